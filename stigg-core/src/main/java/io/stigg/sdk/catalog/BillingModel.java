package io.stigg.sdk.catalog;

/**
 * How a price is worked out. Immutable.
 */
public enum BillingModel {
    /** A fixed amount each period. */
    FLAT_FEE,
    /** An amount for each unit, paid in advance. */
    PER_UNIT,
    /** An amount for what was used, paid afterwards. */
    USAGE_BASED,
    /** Credits are bought. */
    CREDIT_BASED,
    /** The least that is to be paid. */
    MINIMUM_SPEND,
    /** One that this SDK does not know. */
    UNKNOWN
}
