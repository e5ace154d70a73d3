package io.stigg.sdk.catalog;

/**
 * How a coupon reduces a price. Immutable.
 */
public enum CouponType {
    /** By a share of it. */
    PERCENTAGE,
    /** By an amount. */
    FIXED,
    /** One that this SDK does not know. */
    UNKNOWN
}
