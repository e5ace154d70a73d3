package io.stigg.sdk.subscription;

/** How often a subscription is charged. Immutable. */
public enum BillingPeriod {
    /** Each month. */
    MONTHLY,
    /** Each year. */
    ANNUALLY
}
