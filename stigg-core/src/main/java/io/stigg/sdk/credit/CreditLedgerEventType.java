package io.stigg.sdk.credit;

/**
 * What happened to granted credits. Immutable.
 */
public enum CreditLedgerEventType {
    /** They were granted. */
    CREDITS_GRANTED,
    /** Some were consumed. */
    CREDITS_CONSUMED,
    /** What was left of them came to its end. */
    CREDITS_EXPIRED,
    /** What was left of them was taken back. */
    CREDITS_VOIDED,
    /** They were changed. */
    CREDITS_UPDATED,
    /** Consumption that they had borne went over to others. */
    CREDITS_CONSUMPTION_TRANSFER_SOURCE,
    /** They took over consumption of others. */
    CREDITS_CONSUMPTION_TRANSFER_TARGET,
    /** One that this SDK does not know. */
    UNKNOWN
}
