package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A discount that is made up for one subscription. Immutable.
 *
 * @param percentOff how much less, in percent: more than 0, at most 100
 * @param amountsOff how much less, one amount for each currency
 * @param durationInMonths for how many months, empty for ever
 * @param name what it is called
 * @param description what it is for
 */
public record CouponDiscount(
        OptionalDouble percentOff,
        List<Money> amountsOff,
        OptionalInt durationInMonths,
        Optional<String> name,
        Optional<String> description) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public CouponDiscount {
        Arguments.amount(percentOff, "percentOff");
        amountsOff = List.copyOf(amountsOff);
        if (percentOff.isPresent() != amountsOff.isEmpty()) {
            throw new IllegalArgumentException("either percentOff or amountsOff has to be given");
        }
        if (percentOff.orElse(1) == 0 || percentOff.orElse(1) > 100) {
            throw new IllegalArgumentException(
                    "percentOff must be more than 0 and at most 100, not " + percentOff.getAsDouble());
        }
        if (durationInMonths.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "durationInMonths must be 1 or more, not " + durationInMonths.getAsInt());
        }
        Arguments.text(name, "name");
        requireNonNull(description, "description");
    }

    /**
     * Takes off a part of the price.
     *
     * @param percent how much less, in percent
     * @return the discount
     * @throws IllegalArgumentException if it is not more than 0, or more than 100
     */
    public static CouponDiscount percent(double percent) {
        return new CouponDiscount(
                OptionalDouble.of(percent), List.of(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Takes off an amount.
     *
     * @param amounts how much less, one amount for each currency
     * @return the discount
     * @throws IllegalArgumentException if there is no amount
     */
    public static CouponDiscount amounts(List<Money> amounts) {
        return new CouponDiscount(
                OptionalDouble.empty(), amounts, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Ends the discount after some months.
     *
     * @param months how many
     * @return the changed discount
     * @throws IllegalArgumentException if it is less than 1
     */
    public CouponDiscount forMonths(int months) {
        return new CouponDiscount(percentOff, amountsOff, OptionalInt.of(months), name, description);
    }

    /**
     * Gives it a name.
     *
     * @param newName what it is called
     * @return the changed discount
     * @throws IllegalArgumentException if it is blank
     */
    public CouponDiscount named(String newName) {
        return new CouponDiscount(percentOff, amountsOff, durationInMonths, Optional.of(newName), description);
    }
}
