package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.PriceTier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A price that was agreed for one subscription: of its plan, of a feature, of an add-on or of credits. Immutable.
 *
 * @param featureId the feature whose price it is
 * @param addonId the add-on whose price it is
 * @param currencyId the custom currency whose price it is
 * @param baseCharge whether it is the fixed part of the plan's price
 * @param price the price, of a unit where there are units
 * @param tiers the steps of a price that depends on the quantity
 * @param blockSize how many units the price is for
 * @param creditRate how many credits a unit costs
 * @param creditGrantCadence when the credits of the price are granted
 */
public record PriceOverride(
        Optional<String> featureId,
        Optional<String> addonId,
        Optional<String> currencyId,
        Optional<Boolean> baseCharge,
        Optional<Money> price,
        List<PriceTier> tiers,
        OptionalDouble blockSize,
        Optional<PriceOverrideCreditRate> creditRate,
        Optional<CreditGrantCadence> creditGrantCadence) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PriceOverride {
        Arguments.text(featureId, "featureId");
        Arguments.text(addonId, "addonId");
        Arguments.text(currencyId, "currencyId");
        requireNonNull(baseCharge, "baseCharge");
        requireNonNull(price, "price");
        tiers = List.copyOf(tiers);
        Arguments.amount(blockSize, "blockSize");
        requireNonNull(creditRate, "creditRate");
        Arguments.known(creditGrantCadence, "creditGrantCadence");
        if (price.isPresent() && !tiers.isEmpty()) {
            throw new IllegalArgumentException("price and tiers exclude each other");
        }
    }

    /**
     * Begins one.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members of a {@link PriceOverride}. Not thread-safe; confine it to one thread. */
    public static final class Builder {
        private Optional<String> featureId = Optional.empty();
        private Optional<String> addonId = Optional.empty();
        private Optional<String> currencyId = Optional.empty();
        private Optional<Boolean> baseCharge = Optional.empty();
        private Optional<Money> price = Optional.empty();
        private List<PriceTier> tiers = List.of();
        private OptionalDouble blockSize = OptionalDouble.empty();
        private Optional<PriceOverrideCreditRate> creditRate = Optional.empty();
        private Optional<CreditGrantCadence> creditGrantCadence = Optional.empty();

        private Builder() {}

        /**
         * Overrides the price of a feature.
         *
         * @param value the feature's id
         * @return this builder
         */
        public Builder featureId(String value) {
            featureId = Optional.of(value);
            return this;
        }

        /**
         * Overrides the price of an add-on.
         *
         * @param value the add-on's id
         * @return this builder
         */
        public Builder addonId(String value) {
            addonId = Optional.of(value);
            return this;
        }

        /**
         * Overrides the price of credits.
         *
         * @param value the custom currency's id
         * @return this builder
         */
        public Builder currencyId(String value) {
            currencyId = Optional.of(value);
            return this;
        }

        /**
         * Tells whether the price is the fixed part of the plan's.
         *
         * @param value whether it is
         * @return this builder
         */
        public Builder baseCharge(boolean value) {
            baseCharge = Optional.of(value);
            return this;
        }

        /**
         * Sets the price.
         *
         * @param value the price, of a unit where there are units
         * @return this builder
         */
        public Builder price(Money value) {
            price = Optional.of(value);
            return this;
        }

        /**
         * Sets a price that depends on the quantity.
         *
         * @param value its steps, the last without an end
         * @return this builder
         */
        public Builder tiers(List<PriceTier> value) {
            tiers = List.copyOf(value);
            return this;
        }

        /**
         * Sets how many units the price is for.
         *
         * @param value how many
         * @return this builder
         */
        public Builder blockSize(double value) {
            blockSize = OptionalDouble.of(value);
            return this;
        }

        /**
         * Sets how many credits a unit costs.
         *
         * @param value the rate
         * @return this builder
         */
        public Builder creditRate(PriceOverrideCreditRate value) {
            creditRate = Optional.of(value);
            return this;
        }

        /**
         * Sets when the credits of the price are granted.
         *
         * @param value when
         * @return this builder
         */
        public Builder creditGrantCadence(CreditGrantCadence value) {
            creditGrantCadence = Optional.of(value);
            return this;
        }

        /**
         * Makes it.
         *
         * @return what was collected
         * @throws IllegalArgumentException if it cannot be meant
         */
        public PriceOverride build() {
            return new PriceOverride(
                    featureId,
                    addonId,
                    currencyId,
                    baseCharge,
                    price,
                    tiers,
                    blockSize,
                    creditRate,
                    creditGrantCadence);
        }
    }
}
