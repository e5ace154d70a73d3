package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingCadence;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.CustomCurrency;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PriceCreditRate;
import io.stigg.sdk.catalog.PriceTier;
import io.stigg.sdk.catalog.TiersMode;
import io.stigg.sdk.catalog.Units;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A price in the making. Not thread-safe; confine it to one thread. */
final class PriceParts {
    BillingModel model;
    BillingPeriod period;
    Optional<BillingCadence> cadence;
    Optional<String> billingId;
    Optional<Money> amount;
    Optional<TiersMode> tiersMode;
    List<PriceTier> tiers;
    Optional<PriceCreditRate> creditRate;
    Optional<Feature> feature;
    OptionalDouble blockSize;
    Optional<String> country;
    Optional<String> topUpCurrencyId;
    Optional<CustomCurrency> currency;
    private final OptionalDouble fewest;
    private final OptionalDouble most;

    /** Starts with a fee that is paid again each period, and has no amount yet. */
    PriceParts(BillingPeriod period) {
        this(new Price(
                BillingModel.FLAT_FEE,
                period,
                Optional.of(BillingCadence.RECURRING),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /** Starts with a price. */
    PriceParts(Price price) {
        model = price.billingModel();
        period = price.billingPeriod();
        cadence = price.billingCadence();
        billingId = price.billingId();
        amount = price.price();
        tiersMode = price.tiersMode();
        tiers = price.tiers();
        creditRate = price.creditRate();
        feature = price.feature();
        fewest = price.minUnitQuantity();
        most = price.maxUnitQuantity();
        blockSize = price.blockSize();
        country = price.billingCountryCode();
        topUpCurrencyId = price.topUpCustomCurrencyId();
        currency = price.customCurrency();
    }

    /** Takes what a catalogue knows of the feature and of the currency over: a price is made with their ids alone. */
    PriceParts resolve(Map<String, CatalogFeature> features, Map<String, CreditCurrency> currencies) {
        feature = feature.map(named -> Optional.ofNullable(features.get(named.id()))
                .map(CatalogFeature::feature)
                .orElse(named));
        currency = currency.map(named -> Optional.ofNullable(currencies.get(named.currencyId()))
                .map(PriceParts::known)
                .orElse(named));
        return this;
    }

    private static CustomCurrency known(CreditCurrency currency) {
        return new CustomCurrency(
                currency.id(),
                currency.displayName(),
                Optional.empty(),
                currency.unitSingular().isEmpty() && currency.unitPlural().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Units(currency.unitSingular(), currency.unitPlural())));
    }

    Price price() {
        return new Price(
                model,
                period,
                cadence,
                billingId,
                amount,
                tiersMode,
                tiers,
                creditRate,
                feature,
                fewest,
                most,
                blockSize,
                country,
                topUpCurrencyId,
                currency);
    }
}
