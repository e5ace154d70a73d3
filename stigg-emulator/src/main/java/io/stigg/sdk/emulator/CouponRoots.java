package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.CouponBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the root that makes coupons. */
final class CouponRoots {
    private static final String PERCENTAGE = "PERCENTAGE";

    private final StiggBackend backend;

    CouponRoots(StiggBackend backend) {
        this.backend = backend;
    }

    Map<String, DataFetcher<?>> mutations() {
        return Map.of(
                "createOneCoupon", environment -> create(new Input(requireNonNull(environment.getArgument("input")))));
    }

    private Coupon create(Input input) {
        return backend.createCoupon(input.text("refId"), coupon -> describe(coupon, input));
    }

    private static void describe(CouponBuilder coupon, Input input) {
        coupon.named(input.text("name"));
        input.optionalText("description").ifPresent(coupon::described);
        input.optionalNumber("durationInMonths").ifPresent(months -> coupon.forMonths(whole(months)));
        List<Money> amounts =
                input.objects("amountsOff").stream().map(CouponRoots::money).toList();
        Optional<Double> percent = percent(input);
        if (percent.isPresent() == !amounts.isEmpty()) {
            throw new IllegalArgumentException("Either percentOff or amountsOff is needed, and not both");
        }
        percent.ifPresentOrElse(coupon::percentOff, () -> coupon.amountOff(amounts.toArray(Money[]::new)));
    }

    /** Older clients say it by its type and value. */
    private static Optional<Double> percent(Input input) {
        boolean isByType = input.optionalText("type").map(PERCENTAGE::equals).orElse(false);
        return input.optionalNumber("percentOff")
                .or(() -> isByType ? input.optionalNumber("discountValue") : Optional.empty());
    }

    private static Money money(Input input) {
        double amount =
                input.optionalNumber("amount").orElseThrow(() -> new IllegalArgumentException("amount is missing"));
        return new Money(
                BigDecimal.valueOf(amount), input.optionalText("currency").orElse("USD"));
    }

    private static int whole(double months) {
        if (months != Math.rint(months) || months > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("durationInMonths must be a whole number, not " + months);
        }
        return (int) months;
    }
}
