package io.stigg.sdk.catalog;

/**
 * Whether a coupon may be applied. Immutable.
 */
public enum CouponStatus {
    /** It may. */
    ACTIVE,
    /** It may not be applied to anything new. */
    ARCHIVED,
    /** One that this SDK does not know. */
    UNKNOWN
}
