package io.stigg.sdk.subscription;

/**
 * What is charged for the rest of a period when a subscription changes in the middle of it. Immutable.
 */
public enum ProrationBehavior {
    /** The difference, with the next invoice. */
    CREATE_PRORATIONS,
    /** The difference, at once. */
    INVOICE_IMMEDIATELY,
    /** Nothing. */
    NONE,
    /** One that this SDK does not know. */
    UNKNOWN
}
