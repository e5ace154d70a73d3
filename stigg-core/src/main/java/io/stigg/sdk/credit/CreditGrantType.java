package io.stigg.sdk.credit;

/**
 * Why credits were granted. Immutable.
 */
public enum CreditGrantType {
    /** The customer paid for them. */
    PAID,
    /** They are a gift. */
    PROMOTIONAL,
    /** A subscription grants them again and again. */
    RECURRING,
    /** They stand for what was consumed beyond all others. */
    OVERDRAFT,
    /** One that this SDK does not know. */
    UNKNOWN
}
