package io.stigg.sdk.billing;

/**
 * Why an invoice was made. Immutable.
 */
public enum BillingReason {
    /** A billing period came to its end. */
    BILLING_CYCLE,
    /** A subscription was made. */
    SUBSCRIPTION_CREATION,
    /** A subscription was changed. */
    SUBSCRIPTION_UPDATE,
    /** What was used came to the least amount that is billed. */
    MINIMUM_INVOICE_AMOUNT_EXCEEDED,
    /** Somebody made it. */
    MANUAL,
    /** Something else. */
    OTHER,
    /** One that this SDK does not know. */
    UNKNOWN
}
