package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.Instant;
import java.util.Optional;

/**
 * What has been used, as of an instant. Immutable.
 *
 * @param currentUsage the usage in the period, in the feature's units or in credits
 * @param period the period that it was counted in
 * @param updatedAt when Stigg counted it, by Stigg's clock; empty when it does not say
 */
public record Usage(double currentUsage, UsagePeriod period, Optional<Instant> updatedAt) {
    private static final Usage NONE = new Usage(0, UsagePeriod.none(), Optional.empty());

    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Usage {
        requireNonNull(period, "period");
        requireNonNull(updatedAt, "updatedAt");
    }

    /**
     * Nothing used, nothing counted.
     *
     * @return no usage
     */
    public static Usage none() {
        return NONE;
    }

    /** Newest wins; of two at the same instant the one that came later. A usage without an instant is the oldest. */
    boolean isOlderThan(Usage other) {
        return updatedAt.orElse(Instant.MIN).isBefore(other.updatedAt.orElse(Instant.MIN));
    }
}
