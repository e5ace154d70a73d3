package io.stigg.sdk.billing;

/**
 * How a payment is collected. Immutable.
 */
public enum PaymentCollectionMethod {
    /** The customer's payment method is charged. */
    CHARGE,
    /** An invoice is sent. */
    INVOICE,
    /** It is not collected. */
    NONE,
    /** One that this SDK does not know. */
    UNKNOWN
}
