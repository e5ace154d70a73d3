package io.stigg.sdk.usage;

/**
 * Why an estimate may be of less use than it looks. Immutable.
 */
public enum EstimationWarning {
    /** There is no such feature. */
    FEATURE_NOT_FOUND,
    /** The feature does not cost credits. */
    FEATURE_NOT_CREDIT_BASED,
    /** There is a subscription of a resource, and none was named. */
    RESOURCE_SCOPED_SUBSCRIPTION_EXISTS,
    /** One that this SDK does not know. */
    UNKNOWN
}
