package io.stigg.sdk.subscription;

/**
 * When a change of a subscription is made. Immutable.
 */
public enum ScheduleStrategy {
    /** At once. */
    IMMEDIATE,
    /** When the billing period that runs has ended; until then it can be cancelled. */
    END_OF_BILLING_PERIOD,
    /** When the month of the billing period that runs has ended; until then it can be cancelled. */
    END_OF_BILLING_MONTH,
    /** One that this SDK does not know. */
    UNKNOWN
}
