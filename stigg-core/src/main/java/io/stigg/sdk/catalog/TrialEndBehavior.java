package io.stigg.sdk.catalog;

/**
 * What becomes of a subscription when its trial ends. Immutable.
 */
public enum TrialEndBehavior {
    /** It goes on, and is paid. */
    CONVERT_TO_PAID,
    /** It is cancelled. */
    CANCEL_SUBSCRIPTION,
    /** One that this SDK does not know. */
    UNKNOWN
}
