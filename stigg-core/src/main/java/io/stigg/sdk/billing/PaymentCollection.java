package io.stigg.sdk.billing;

/**
 * How the collection of a payment stands. Immutable.
 */
public enum PaymentCollection {
    /** Nothing has to be paid. */
    NOT_REQUIRED,
    /** It is under way. */
    PROCESSING,
    /** It failed. */
    FAILED,
    /** The customer has to do something first. */
    ACTION_REQUIRED,
    /** One that this SDK does not know. */
    UNKNOWN
}
