package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.subscription.CouponDiscount;
import io.stigg.sdk.subscription.DiscountDurationType;
import io.stigg.sdk.subscription.DiscountType;
import io.stigg.sdk.subscription.PreviewDiscount;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a coupon takes off. Pure.
 *
 * @param name its name, for people
 * @param percentOff how many per cent, empty for an amount
 * @param amountsOff how much, in each currency that it is good for
 * @param months for how many months, empty for ever
 */
record Discount(Optional<String> name, OptionalDouble percentOff, List<Money> amountsOff, OptionalInt months) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Returns the discount of a selection: by its own coupon, else by the customer's. */
    static Optional<Discount> of(Selection selection, CustomerRecord customer, Catalog catalog) {
        return selection
                .request()
                .appliedCoupon()
                .flatMap(applied -> applied.discount()
                        .map(Discount::of)
                        .or(() -> applied.couponId().flatMap(id -> of(id, catalog))))
                .or(() -> customer.couponId().flatMap(id -> of(id, catalog)));
    }

    private static Optional<Discount> of(String couponId, Catalog catalog) {
        return catalog.coupon(couponId)
                .map(coupon -> new Discount(
                        Optional.of(coupon.name()),
                        coupon.percentOff(),
                        coupon.amountsOff(),
                        catalog.couponMonths(couponId)));
    }

    private static Discount of(CouponDiscount agreed) {
        return new Discount(agreed.name(), agreed.percentOff(), agreed.amountsOff(), agreed.durationInMonths());
    }

    /** Tells whether it counts for what begins at an instant, of a subscription that began at another. */
    boolean counts(Instant start, Instant begin) {
        return months.isEmpty()
                || begin.isBefore(start.atOffset(ZoneOffset.UTC)
                        .plusMonths(months.getAsInt())
                        .toInstant());
    }

    /** Returns what is taken off an amount, which is never more than that. */
    Money of(Money amount) {
        BigDecimal off = percentOff.isPresent()
                ? amount.amount()
                        .multiply(BigDecimal.valueOf(percentOff.getAsDouble()))
                        .divide(HUNDRED, 2, RoundingMode.HALF_UP)
                : amountsOff.stream()
                        .filter(money -> money.currency().equalsIgnoreCase(amount.currency()))
                        .map(Money::amount)
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
        return new Money(off.min(amount.amount()), amount.currency());
    }

    PreviewDiscount view() {
        return new PreviewDiscount(
                name,
                percentOff.isPresent() ? DiscountType.PERCENTAGE : DiscountType.FIXED,
                percentOff.orElseGet(() -> amountsOff.get(0).amount().doubleValue()),
                months.isPresent() ? DiscountDurationType.REPEATING : DiscountDurationType.FOREVER,
                months.isPresent() ? OptionalDouble.of(months.getAsInt()) : OptionalDouble.empty());
    }
}
