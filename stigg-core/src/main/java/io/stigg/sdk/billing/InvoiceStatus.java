package io.stigg.sdk.billing;

/**
 * How an invoice stands. Immutable.
 */
public enum InvoiceStatus {
    /** It is to be paid. */
    OPEN,
    /** It is paid. */
    PAID,
    /** It was cancelled. */
    CANCELED,
    /** One that this SDK does not know. */
    UNKNOWN
}
