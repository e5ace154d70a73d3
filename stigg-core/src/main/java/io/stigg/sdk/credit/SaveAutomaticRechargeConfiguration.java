package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Sets how credits are bought by themselves. Immutable.
 *
 * @param customerId the customer's id
 * @param currencyId the currency's id
 * @param isEnabled whether it happens at all
 * @param thresholdType what the threshold counts
 * @param thresholdValue at how few it happens, 0 or more
 * @param targetBalance how many credits there are after it, 0 or more
 * @param maxSpendLimit how much may be spent on it in a month, in whole units of money, 0 or more
 * @param grantExpirationPeriod how long the bought credits last
 */
public record SaveAutomaticRechargeConfiguration(
        String customerId,
        String currencyId,
        boolean isEnabled,
        Optional<RechargeThresholdType> thresholdType,
        OptionalDouble thresholdValue,
        OptionalDouble targetBalance,
        Optional<BigDecimal> maxSpendLimit,
        Optional<GrantExpirationPeriod> grantExpirationPeriod)
        implements CreditRequest<AutomaticRechargeConfiguration> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SaveAutomaticRechargeConfiguration {
        Arguments.text(customerId, "customerId");
        Arguments.text(currencyId, "currencyId");
        Arguments.known(thresholdType, "thresholdType");
        Arguments.amount(thresholdValue, "thresholdValue");
        Arguments.amount(targetBalance, "targetBalance");
        requireNonNull(maxSpendLimit, "maxSpendLimit")
                .ifPresent(limit -> Arguments.amount(limit.doubleValue(), "maxSpendLimit"));
        Arguments.known(grantExpirationPeriod, "grantExpirationPeriod");
    }

    /**
     * Begins a request that enables it.
     *
     * @param customerId the customer's id
     * @param currencyId the currency's id
     * @return a builder
     */
    public static Builder builder(String customerId, String currencyId) {
        return new Builder(customerId, currencyId);
    }

    /** Collects the members of a request. Not thread-safe. */
    public static final class Builder {
        private final String customerId;
        private final String currencyId;
        private boolean isEnabled = true;
        private Optional<RechargeThresholdType> thresholdType = Optional.empty();
        private OptionalDouble thresholdValue = OptionalDouble.empty();
        private OptionalDouble targetBalance = OptionalDouble.empty();
        private Optional<BigDecimal> maxSpendLimit = Optional.empty();
        private Optional<GrantExpirationPeriod> grantExpirationPeriod = Optional.empty();

        private Builder(String customerId, String currencyId) {
            this.customerId = customerId;
            this.currencyId = currencyId;
        }

        /**
         * Sets whether it happens at all.
         *
         * @param value whether it does; by default it does
         * @return this builder
         */
        public Builder isEnabled(boolean value) {
            isEnabled = value;
            return this;
        }

        /**
         * Sets what the threshold counts.
         *
         * @param value what the threshold counts
         * @return this builder
         */
        public Builder thresholdType(RechargeThresholdType value) {
            thresholdType = Optional.of(value);
            return this;
        }

        /**
         * Sets at how few it happens.
         *
         * @param value the threshold, 0 or more
         * @return this builder
         */
        public Builder thresholdValue(double value) {
            thresholdValue = OptionalDouble.of(value);
            return this;
        }

        /**
         * Sets how many credits there are after it.
         *
         * @param value the number of credits, 0 or more
         * @return this builder
         */
        public Builder targetBalance(double value) {
            targetBalance = OptionalDouble.of(value);
            return this;
        }

        /**
         * Sets how much may be spent on it in a month.
         *
         * @param value the amount in whole units of money, 0 or more
         * @return this builder
         */
        public Builder maxSpendLimit(BigDecimal value) {
            maxSpendLimit = Optional.of(value);
            return this;
        }

        /**
         * Sets how long the bought credits last.
         *
         * @param value how long
         * @return this builder
         */
        public Builder grantExpirationPeriod(GrantExpirationPeriod value) {
            grantExpirationPeriod = Optional.of(value);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if a member, or what they come to together, cannot be meant
         */
        public SaveAutomaticRechargeConfiguration build() {
            return new SaveAutomaticRechargeConfiguration(
                    customerId,
                    currencyId,
                    isEnabled,
                    thresholdType,
                    thresholdValue,
                    targetBalance,
                    maxSpendLimit,
                    grantExpirationPeriod);
        }
    }
}
