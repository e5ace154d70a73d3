package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;

/**
 * The coupon is changed. Immutable.
 *
 * @param couponId the coupon's id
 */
@ApiName("CouponChangeVariables")
public record CouponChange(String couponId) implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CouponChange {
        requireNonNull(couponId, "couponId");
    }
}
