package io.stigg.sdk.billing;

/** How often a subscription is charged. Immutable. */
public enum BillingPeriod {
    /** Each month. */
    MONTHLY,
    /** Each year. */
    ANNUALLY,
    /** One that this SDK does not know. */
    UNKNOWN
}
