package io.stigg.sdk.subscription;

/**
 * Where the billing cycle is counted from after a change. Immutable.
 */
public enum BillingCycleAnchor {
    /** From where it was counted before. */
    UNCHANGED,
    /** From now on. */
    NOW,
    /** One that this SDK does not know. */
    UNKNOWN
}
