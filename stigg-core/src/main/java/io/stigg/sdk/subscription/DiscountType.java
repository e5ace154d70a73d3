package io.stigg.sdk.subscription;

/**
 * How a discount is worked out. Immutable.
 */
public enum DiscountType {
    /** By a share of the price. */
    PERCENTAGE,
    /** By an amount. */
    FIXED,
    /** One that this SDK does not know. */
    UNKNOWN
}
