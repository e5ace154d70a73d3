package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An answer decided beforehand, for a fallback or an override. It serves every kind of check; each takes the members
 * that it has a use for. Immutable.
 *
 * @param hasAccess whether there is access
 * @param limit the limit of a metered feature, the value of a numeric one, the credits granted of a currency
 * @param isUnlimited whether there is no limit
 * @param currentUsage the usage of a metered feature, the credits consumed of a currency
 * @param enumValues the allowed values of an enum feature
 */
public record FixedAnswer(
        boolean hasAccess, OptionalDouble limit, boolean isUnlimited, double currentUsage, List<String> enumValues) {
    private static final FixedAnswer GRANTED = new FixedAnswer(true, OptionalDouble.empty(), false, 0, List.of());
    private static final FixedAnswer DENIED = new FixedAnswer(false, OptionalDouble.empty(), false, 0, List.of());

    /**
     * Checks the numbers and copies the values.
     *
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    public FixedAnswer {
        requireNonNull(limit, "limit");
        if (limit.isPresent()) {
            Amounts.requireAmount(limit.getAsDouble(), "limit");
        }
        Amounts.requireAmount(currentUsage, "currentUsage");
        enumValues = List.copyOf(enumValues);
    }

    /**
     * Access.
     *
     * @return an answer with access and no numbers
     */
    public static FixedAnswer granted() {
        return GRANTED;
    }

    /**
     * No access.
     *
     * @return an answer without access
     */
    public static FixedAnswer denied() {
        return DENIED;
    }

    /**
     * Sets the limit of a metered feature, the value of a numeric one, or the credits granted of a currency.
     *
     * @param newLimit the limit, not negative
     * @return the changed answer
     */
    public FixedAnswer withLimit(double newLimit) {
        return new FixedAnswer(hasAccess, OptionalDouble.of(newLimit), false, currentUsage, enumValues);
    }

    /**
     * Takes the limit away.
     *
     * @return the changed answer
     */
    public FixedAnswer unlimited() {
        return new FixedAnswer(hasAccess, OptionalDouble.empty(), true, currentUsage, enumValues);
    }

    /**
     * Sets the usage of a metered feature, or the credits consumed of a currency.
     *
     * @param usage the usage, not negative
     * @return the changed answer
     */
    public FixedAnswer withCurrentUsage(double usage) {
        return new FixedAnswer(hasAccess, limit, isUnlimited, usage, enumValues);
    }

    /**
     * Sets the allowed values of an enum feature.
     *
     * @param values the values
     * @return the changed answer
     */
    public FixedAnswer withEnumValues(String... values) {
        return new FixedAnswer(hasAccess, limit, isUnlimited, currentUsage, List.of(values));
    }
}
