package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.ResetPeriod;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of a feature a subscription grants. Immutable.
 *
 * @param usageLimit the limit, in units of the feature; empty for a feature without one
 * @param hasUnlimitedUsage whether there is no limit
 * @param hasSoftLimit whether the limit is only told, and not enforced
 * @param resetPeriod how often usage starts again from 0
 */
public record UsageTerms(
        OptionalDouble usageLimit,
        Optional<Boolean> hasUnlimitedUsage,
        Optional<Boolean> hasSoftLimit,
        Optional<ResetPeriod> resetPeriod) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public UsageTerms {
        Arguments.amount(usageLimit, "usageLimit");
        requireNonNull(hasUnlimitedUsage, "hasUnlimitedUsage");
        requireNonNull(hasSoftLimit, "hasSoftLimit");
        requireNonNull(resetPeriod, "resetPeriod");
        if (usageLimit.isPresent() && hasUnlimitedUsage.orElse(false)) {
            throw new IllegalArgumentException("usageLimit makes no sense where hasUnlimitedUsage is true");
        }
        if (resetPeriod
                .filter(period -> period.unit() == ResetPeriod.Unit.UNKNOWN)
                .isPresent()) {
            throw new IllegalArgumentException("resetPeriod must not be UNKNOWN");
        }
    }

    /**
     * Says nothing of usage, for a feature that is had or not.
     *
     * @return the terms
     */
    public static UsageTerms none() {
        return new UsageTerms(OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Grants usage up to a limit.
     *
     * @param limit the limit, in units of the feature
     * @return the terms
     * @throws IllegalArgumentException if it is negative
     */
    public static UsageTerms upTo(double limit) {
        return new UsageTerms(OptionalDouble.of(limit), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Grants usage without a limit.
     *
     * @return the terms
     */
    public static UsageTerms unlimited() {
        return new UsageTerms(OptionalDouble.empty(), Optional.of(true), Optional.empty(), Optional.empty());
    }

    /**
     * Has the limit told, and not enforced.
     *
     * @return the changed terms
     */
    public UsageTerms soft() {
        return new UsageTerms(usageLimit, hasUnlimitedUsage, Optional.of(true), resetPeriod);
    }

    /**
     * Has usage start again from 0.
     *
     * @param period how often
     * @return the changed terms
     * @throws IllegalArgumentException if the period is not known
     */
    public UsageTerms resetting(ResetPeriod period) {
        return new UsageTerms(usageLimit, hasUnlimitedUsage, hasSoftLimit, Optional.of(period));
    }
}
