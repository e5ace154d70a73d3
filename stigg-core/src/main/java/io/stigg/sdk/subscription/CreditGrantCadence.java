package io.stigg.sdk.subscription;

/**
 * When the credits of a price are granted. Immutable.
 */
public enum CreditGrantCadence {
    /** All of them when the billing period begins. */
    BEGINNING_OF_BILLING_PERIOD,
    /** A part of them each month. */
    MONTHLY,
    /** One that this SDK does not know. */
    UNKNOWN
}
