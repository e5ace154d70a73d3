package io.stigg.sdk.subscription;

/**
 * When a subscription goes over to the latest version of its plan. Immutable.
 */
public enum MigrationTime {
    /** Now. */
    IMMEDIATE,
    /** When the current billing period ends. */
    END_OF_BILLING_PERIOD,
    /** One that this SDK does not know. */
    UNKNOWN
}
