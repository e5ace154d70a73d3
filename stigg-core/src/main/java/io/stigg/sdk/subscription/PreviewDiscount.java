package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A discount in a preview. Immutable.
 *
 * @param name its name
 * @param type how it is worked out
 * @param value how much: percent, or an amount in whole units of the currency
 * @param durationType for how long it is given
 * @param durationInMonths for how many months, empty unless it is given for some
 */
public record PreviewDiscount(
        Optional<String> name,
        DiscountType type,
        double value,
        DiscountDurationType durationType,
        OptionalDouble durationInMonths) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PreviewDiscount {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(durationType, "durationType");
        requireNonNull(durationInMonths, "durationInMonths");
    }
}
