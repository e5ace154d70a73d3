package io.stigg.sdk.credit;

/**
 * How granted credits stand. Immutable.
 */
public enum CreditGrantStatus {
    /** They count. */
    ACTIVE,
    /** They count later. */
    SCHEDULED,
    /** They count once they are paid for. */
    PAYMENT_PENDING,
    /** They have come to their end. */
    EXPIRED,
    /** They were taken back. */
    VOIDED,
    /** One that this SDK does not know. */
    UNKNOWN
}
