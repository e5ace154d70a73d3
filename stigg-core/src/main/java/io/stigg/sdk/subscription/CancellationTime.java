package io.stigg.sdk.subscription;

/**
 * When a cancellation takes effect. Immutable.
 */
public enum CancellationTime {
    /** When the current billing period ends; until then the subscription goes on. Not for free and custom plans, nor trials. */
    END_OF_BILLING_PERIOD,
    /** Now. */
    IMMEDIATE,
    /** At an instant that is given. */
    SPECIFIC_DATE,
    /** One that this SDK does not know. */
    UNKNOWN
}
