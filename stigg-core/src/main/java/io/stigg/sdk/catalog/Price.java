package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.entitlement.Feature;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One price of a plan or an add-on. Immutable.
 *
 * @param billingModel how it is worked out
 * @param billingPeriod for which period it is paid
 * @param billingCadence whether it is paid again, empty where the API does not say
 * @param billingId its id in the connected billing system
 * @param price the amount, empty where tiers or credits say it
 * @param tiersMode how the tiers apply
 * @param tiers the tiers in order
 * @param creditRate what a unit costs in credits
 * @param feature the feature whose units are priced
 * @param minUnitQuantity the fewest units that may be bought
 * @param maxUnitQuantity the most units that may be bought
 * @param blockSize how many units the amount is for, empty for one
 * @param billingCountryCode the country that it holds for, by ISO 3166-1 alpha-2; empty for all others
 * @param topUpCustomCurrencyId the currency whose credits are bought
 * @param customCurrency the currency of credits that it is about
 */
public record Price(
        BillingModel billingModel,
        BillingPeriod billingPeriod,
        Optional<BillingCadence> billingCadence,
        Optional<String> billingId,
        Optional<Money> price,
        Optional<TiersMode> tiersMode,
        List<PriceTier> tiers,
        Optional<PriceCreditRate> creditRate,
        Optional<Feature> feature,
        OptionalDouble minUnitQuantity,
        OptionalDouble maxUnitQuantity,
        OptionalDouble blockSize,
        Optional<String> billingCountryCode,
        Optional<String> topUpCustomCurrencyId,
        Optional<CustomCurrency> customCurrency) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Price {
        requireNonNull(billingModel, "billingModel");
        requireNonNull(billingPeriod, "billingPeriod");
        requireNonNull(billingCadence, "billingCadence");
        requireNonNull(billingId, "billingId");
        requireNonNull(price, "price");
        requireNonNull(tiersMode, "tiersMode");
        tiers = List.copyOf(tiers);
        requireNonNull(creditRate, "creditRate");
        requireNonNull(feature, "feature");
        requireNonNull(minUnitQuantity, "minUnitQuantity");
        requireNonNull(maxUnitQuantity, "maxUnitQuantity");
        requireNonNull(blockSize, "blockSize");
        requireNonNull(billingCountryCode, "billingCountryCode");
        requireNonNull(topUpCustomCurrencyId, "topUpCustomCurrencyId");
        requireNonNull(customCurrency, "customCurrency");
    }

    /**
     * A fixed amount each period.
     *
     * @param period the period
     * @param amount the amount
     * @return the price
     */
    public static Price flat(BillingPeriod period, Money amount) {
        return recurring(BillingModel.FLAT_FEE, period, amount, Optional.empty());
    }

    /**
     * An amount for each unit of a feature, paid in advance each period.
     *
     * @param feature the feature
     * @param period the period
     * @param amount the amount for one unit
     * @return the price
     */
    public static Price perUnit(Feature feature, BillingPeriod period, Money amount) {
        return recurring(BillingModel.PER_UNIT, period, amount, Optional.of(feature));
    }

    private static Price recurring(BillingModel model, BillingPeriod period, Money amount, Optional<Feature> feature) {
        return new Price(
                model,
                period,
                Optional.of(BillingCadence.RECURRING),
                Optional.empty(),
                Optional.of(amount),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                feature,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Bounds how many units may be bought.
     *
     * @param fewest the fewest units
     * @param most the most units
     * @return the changed price
     */
    public Price between(double fewest, double most) {
        return new Price(
                billingModel,
                billingPeriod,
                billingCadence,
                billingId,
                price,
                tiersMode,
                tiers,
                creditRate,
                feature,
                OptionalDouble.of(fewest),
                OptionalDouble.of(most),
                blockSize,
                billingCountryCode,
                topUpCustomCurrencyId,
                customCurrency);
    }
}
