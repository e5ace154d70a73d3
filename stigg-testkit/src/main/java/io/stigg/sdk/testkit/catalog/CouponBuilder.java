package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.CouponStatus;
import io.stigg.sdk.catalog.CouponType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Says what a coupon is. Not thread-safe; confine it to one thread. */
public final class CouponBuilder {
    private final String id;
    private String displayName;
    private Optional<String> description = Optional.empty();
    private OptionalDouble percentOff = OptionalDouble.empty();
    private List<Money> amountsOff = List.of();
    private OptionalInt months = OptionalInt.empty();
    private CouponStatus status = CouponStatus.ACTIVE;
    private Instant createdAt = Instant.EPOCH;

    CouponBuilder(String id) {
        this.id = id;
        this.displayName = DisplayNames.of(id, "coupon");
    }

    CouponBuilder(Coupon coupon, OptionalInt months) {
        this(coupon.id());
        this.months = months;
        displayName = coupon.name();
        description = coupon.description();
        percentOff = coupon.percentOff();
        amountsOff = coupon.amountsOff();
        status = coupon.status();
        createdAt = coupon.createdAt();
    }

    /**
     * Names it. Without that its name is made of its id.
     *
     * @param name its name for people
     * @return this builder
     */
    public CouponBuilder named(String name) {
        displayName = requireNonNull(name, "name");
        return this;
    }

    /**
     * Describes it.
     *
     * @param text what it is for
     * @return this builder
     */
    public CouponBuilder described(String text) {
        description = Optional.of(text);
        return this;
    }

    /**
     * Lets it take a share off.
     *
     * @param percent how many percent
     * @return this builder
     * @throws IllegalArgumentException if it is not more than 0, or more than 100
     */
    public CouponBuilder percentOff(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent must be more than 0, and 100 or less, not " + percent);
        }
        percentOff = OptionalDouble.of(percent);
        amountsOff = List.of();
        return this;
    }

    /**
     * Lets it take an amount off.
     *
     * @param amounts the amount, in each of its currencies
     * @return this builder
     * @throws IllegalArgumentException if there is none
     */
    public CouponBuilder amountOff(Money... amounts) {
        if (amounts.length == 0) {
            throw new IllegalArgumentException("amounts must not be empty");
        }
        amountsOff = List.of(amounts);
        percentOff = OptionalDouble.empty();
        return this;
    }

    /**
     * Lets it count for so long from when a subscription starts. Without that it counts for ever.
     *
     * @param number how many months
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public CouponBuilder forMonths(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("number must be 1 or more, not " + number);
        }
        months = OptionalInt.of(number);
        return this;
    }

    /**
     * Makes it one that may not be applied to anything new.
     *
     * @return this builder
     */
    public CouponBuilder archived() {
        status = CouponStatus.ARCHIVED;
        return this;
    }

    /**
     * Sets when it was made, which is long ago by default.
     *
     * @param instant when
     * @return this builder
     */
    public CouponBuilder createdAt(Instant instant) {
        createdAt = requireNonNull(instant, "instant");
        return this;
    }

    CatalogCoupon build() {
        if (percentOff.isEmpty() && amountsOff.isEmpty()) {
            throw new IllegalArgumentException(id + " must take a percentage or an amount off");
        }
        Coupon coupon = new Coupon(
                id,
                displayName,
                description,
                percentOff.isPresent() ? CouponType.PERCENTAGE : CouponType.FIXED,
                status,
                percentOff.orElseGet(() -> amountsOff.get(0).amount().doubleValue()),
                percentOff,
                amountsOff,
                createdAt,
                createdAt,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
        return new CatalogCoupon(coupon, months);
    }
}
