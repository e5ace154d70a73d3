package io.stigg.sdk.promotion;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.ResetPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A feature to be granted to a customer beside its subscriptions. Immutable.
 *
 * @param featureId the feature's id
 * @param period for how long
 * @param customEndDate when it ends, for {@link PromotionalEntitlementPeriod#CUSTOM} and no other period
 * @param usageLimit the limit of a metered feature or the number of a configured one, in the feature's units
 * @param hasUnlimitedUsage whether there is no limit; not together with a limit
 * @param hasSoftLimit whether use may go on beyond the limit
 * @param enumValues the allowed values of a feature that has values
 * @param resetPeriod how often usage starts again, empty for never
 * @param isVisible whether the customer is shown it, empty for Stigg's default
 */
public record PromotionalGrant(
        String featureId,
        PromotionalEntitlementPeriod period,
        Optional<Instant> customEndDate,
        OptionalDouble usageLimit,
        boolean hasUnlimitedUsage,
        boolean hasSoftLimit,
        List<String> enumValues,
        Optional<ResetPeriod> resetPeriod,
        Optional<Boolean> isVisible) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PromotionalGrant {
        Arguments.text(featureId, "featureId");
        Arguments.known(period, "period");
        requireNonNull(customEndDate, "customEndDate");
        Arguments.amount(usageLimit, "usageLimit");
        enumValues = List.copyOf(enumValues);
        enumValues.forEach(value -> Arguments.text(value, "enumValues"));
        requireNonNull(resetPeriod, "resetPeriod").ifPresent(reset -> {
            Arguments.known(reset.unit(), "resetPeriod");
            Arguments.known(reset.accordingTo(), "resetPeriod");
        });
        requireNonNull(isVisible, "isVisible");
        if (customEndDate.isPresent() != (period == PromotionalEntitlementPeriod.CUSTOM)) {
            throw new IllegalArgumentException("customEndDate is needed for the period CUSTOM, and for no other");
        }
        if (hasUnlimitedUsage && usageLimit.isPresent()) {
            throw new IllegalArgumentException("usageLimit and hasUnlimitedUsage exclude each other");
        }
    }

    /**
     * Begins a grant.
     *
     * @param featureId the feature's id
     * @param period for how long
     * @return a builder
     */
    public static Builder builder(String featureId, PromotionalEntitlementPeriod period) {
        return new Builder(featureId, period);
    }

    /** Collects the members of a grant. Not thread-safe. */
    public static final class Builder {
        private final String featureId;
        private final PromotionalEntitlementPeriod period;
        private Optional<Instant> customEndDate = Optional.empty();
        private OptionalDouble usageLimit = OptionalDouble.empty();
        private boolean hasUnlimitedUsage;
        private boolean hasSoftLimit;
        private List<String> enumValues = List.of();
        private Optional<ResetPeriod> resetPeriod = Optional.empty();
        private Optional<Boolean> isVisible = Optional.empty();

        private Builder(String featureId, PromotionalEntitlementPeriod period) {
            this.featureId = featureId;
            this.period = period;
        }

        /**
         * Sets when it ends.
         *
         * @param instant the end, for {@link PromotionalEntitlementPeriod#CUSTOM} and no other period
         * @return this builder
         */
        public Builder customEndDate(Instant instant) {
            customEndDate = Optional.of(instant);
            return this;
        }

        /**
         * Sets the limit of a metered feature, or the number of a configured one.
         *
         * @param limit the limit in the feature's units, 0 or more
         * @return this builder
         */
        public Builder usageLimit(double limit) {
            usageLimit = OptionalDouble.of(limit);
            return this;
        }

        /**
         * Sets whether there is no limit.
         *
         * @param isUnlimited whether there is none; by default there is one
         * @return this builder
         */
        public Builder hasUnlimitedUsage(boolean isUnlimited) {
            hasUnlimitedUsage = isUnlimited;
            return this;
        }

        /**
         * Sets whether use may go on beyond the limit.
         *
         * @param isSoft whether it may; by default it may not
         * @return this builder
         */
        public Builder hasSoftLimit(boolean isSoft) {
            hasSoftLimit = isSoft;
            return this;
        }

        /**
         * Sets the allowed values of a feature that has values.
         *
         * @param values the values
         * @return this builder
         */
        public Builder enumValues(List<String> values) {
            enumValues = values;
            return this;
        }

        /**
         * Sets how often usage starts again.
         *
         * @param reset the period; without one usage is counted for ever
         * @return this builder
         */
        public Builder resetPeriod(ResetPeriod reset) {
            resetPeriod = Optional.of(reset);
            return this;
        }

        /**
         * Sets whether the customer is shown it.
         *
         * @param visible whether it is; without it Stigg's default counts
         * @return this builder
         */
        public Builder isVisible(boolean visible) {
            isVisible = Optional.of(visible);
            return this;
        }

        /**
         * Makes the grant.
         *
         * @return the grant
         * @throws IllegalArgumentException if a member, or what they come to together, cannot be meant
         */
        public PromotionalGrant build() {
            return new PromotionalGrant(
                    featureId,
                    period,
                    customEndDate,
                    usageLimit,
                    hasUnlimitedUsage,
                    hasSoftLimit,
                    enumValues,
                    resetPeriod,
                    isVisible);
        }
    }
}
