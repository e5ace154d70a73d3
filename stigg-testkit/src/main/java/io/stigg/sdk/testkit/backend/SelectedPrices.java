package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.TiersMode;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.subscription.PriceOverride;
import io.stigg.sdk.testkit.catalog.Addon;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The prices that a selection pays: those of its billing period and country, as far as nothing else was agreed upon. Pure.
 *
 * @param selection what is paid for
 * @param period how often
 */
record SelectedPrices(Selection selection, BillingPeriod period) {
    List<Price> ofPlan() {
        return paid(selection.plan().prices(), over -> over.addonId().isEmpty());
    }

    List<Price> of(Addon addon) {
        return paid(addon.prices(), over -> over.addonId().equals(Optional.of(addon.id())));
    }

    List<Price> overages() {
        return local(selection.plan().offer().overagePrices());
    }

    /** Returns the price that is paid at least. */
    Optional<Price> minimum() {
        Optional<Price> planned = ofPlan().stream()
                .filter(price -> price.billingModel() == BillingModel.MINIMUM_SPEND)
                .findFirst();
        return selection.request().minimumSpend().map(this::minimum).or(() -> planned);
    }

    private Price minimum(Money least) {
        Price flat = Price.flat(period, least);
        return new Price(
                BillingModel.MINIMUM_SPEND,
                period,
                flat.billingCadence(),
                flat.billingId(),
                flat.price(),
                flat.tiersMode(),
                flat.tiers(),
                flat.creditRate(),
                flat.feature(),
                flat.minUnitQuantity(),
                flat.maxUnitQuantity(),
                flat.blockSize(),
                flat.billingCountryCode(),
                flat.topUpCustomCurrencyId(),
                flat.customCurrency());
    }

    private List<Price> local(List<Price> prices) {
        return new LocalPrices(false, selection.request().billingCountryCode())
                .of(prices).stream()
                        .filter(price -> price.billingPeriod() == period)
                        .filter(price -> price.billingCountryCode().isEmpty()
                                || price.billingCountryCode()
                                        .equals(selection.request().billingCountryCode()))
                        .toList();
    }

    private List<Price> paid(List<Price> prices, Predicate<PriceOverride> concerns) {
        return local(prices).stream()
                .map(price -> selection.request().priceOverrides().stream()
                        .filter(concerns)
                        .filter(over -> isFor(over, price))
                        .reduce((former, latter) -> latter)
                        .map(over -> overridden(price, over))
                        .orElse(price))
                .toList();
    }

    private static boolean isFor(PriceOverride override, Price price) {
        return override.featureId()
                .map(id -> price.feature().map(Feature::id).equals(Optional.of(id)))
                .orElseGet(() -> price.billingModel() == BillingModel.FLAT_FEE
                        && (override.baseCharge().orElse(false)
                                || override.addonId().isPresent()));
    }

    private static Price overridden(Price price, PriceOverride override) {
        boolean hasTiers = !override.tiers().isEmpty();
        return new Price(
                price.billingModel(),
                price.billingPeriod(),
                price.billingCadence(),
                price.billingId(),
                hasTiers ? Optional.empty() : override.price().or(price::price),
                hasTiers ? price.tiersMode().or(() -> Optional.of(TiersMode.VOLUME)) : Optional.empty(),
                hasTiers ? override.tiers() : List.of(),
                price.creditRate(),
                price.feature(),
                price.minUnitQuantity(),
                price.maxUnitQuantity(),
                override.blockSize().isPresent() ? override.blockSize() : price.blockSize(),
                price.billingCountryCode(),
                price.topUpCustomCurrencyId(),
                price.customCurrency());
    }
}
