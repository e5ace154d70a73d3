package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A coupon for one subscription: one of Stigg's, one of the connected billing system's by its own id or by a
 * promotion code, or a discount that is made up for it. Immutable.
 *
 * @param couponId the coupon's id in Stigg
 * @param billingCouponId the coupon's id in the connected billing system
 * @param promotionCode a promotion code of the connected billing system
 * @param discount a discount without a coupon
 * @param startDate when it begins to count, empty for at once
 */
public record SubscriptionCoupon(
        Optional<String> couponId,
        Optional<String> billingCouponId,
        Optional<String> promotionCode,
        Optional<CouponDiscount> discount,
        @ApiName("configuration.startDate") Optional<Instant> startDate) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionCoupon {
        Arguments.text(couponId, "couponId");
        Arguments.text(billingCouponId, "billingCouponId");
        Arguments.text(promotionCode, "promotionCode");
        requireNonNull(discount, "discount");
        requireNonNull(startDate, "startDate");
        if (Stream.of(couponId, billingCouponId, promotionCode, discount).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("couponId, billingCouponId, promotionCode or discount has to be given");
        }
    }

    /**
     * Applies one of Stigg's coupons.
     *
     * @param couponId the coupon's id
     * @return the coupon
     * @throws IllegalArgumentException if the id is blank
     */
    public static SubscriptionCoupon of(String couponId) {
        return new SubscriptionCoupon(
                Optional.of(couponId), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Applies a coupon of the connected billing system.
     *
     * @param billingCouponId the coupon's id there
     * @return the coupon
     * @throws IllegalArgumentException if the id is blank
     */
    public static SubscriptionCoupon ofBilling(String billingCouponId) {
        return new SubscriptionCoupon(
                Optional.empty(), Optional.of(billingCouponId), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Applies the coupon behind a promotion code of the connected billing system.
     *
     * @param code the code
     * @return the coupon
     * @throws IllegalArgumentException if the code is blank
     */
    public static SubscriptionCoupon promotion(String code) {
        return new SubscriptionCoupon(
                Optional.empty(), Optional.empty(), Optional.of(code), Optional.empty(), Optional.empty());
    }

    /**
     * Applies a discount that is made up for the subscription.
     *
     * @param discount the discount
     * @return the coupon
     */
    public static SubscriptionCoupon discount(CouponDiscount discount) {
        return new SubscriptionCoupon(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(discount), Optional.empty());
    }

    /**
     * Sets when it begins to count.
     *
     * @param instant the instant
     * @return the changed coupon
     */
    public SubscriptionCoupon from(Instant instant) {
        return new SubscriptionCoupon(couponId, billingCouponId, promotionCode, discount, Optional.of(instant));
    }
}
