package io.stigg.sdk.customer;

/**
 * What a customer pays with. Immutable.
 */
public enum PaymentMethodType {
    /** A card. */
    CARD,
    /** A bank account. */
    BANK,
    /** Cash App. */
    CASH_APP,
    /** One that this SDK does not know. */
    UNKNOWN
}
