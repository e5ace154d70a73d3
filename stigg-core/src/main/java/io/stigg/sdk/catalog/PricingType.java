package io.stigg.sdk.catalog;

/**
 * What kind of price a plan or an add-on has. Immutable.
 */
public enum PricingType {
    /** Nothing is paid. */
    FREE,
    /** A price from the catalogue is paid. */
    PAID,
    /** A price is agreed with the customer. */
    CUSTOM,
    /** One that this SDK does not know. */
    UNKNOWN
}
