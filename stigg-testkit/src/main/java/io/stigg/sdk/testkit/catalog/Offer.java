package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.entitlement.CreditCurrency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a plan or an add-on is offered. Immutable.
 *
 * @param description what it is, for people
 * @param prices what it costs
 * @param overagePrices what usage past a limit costs, which makes the limit of the priced feature a soft one
 * @param hiddenFrom the widgets that do not show it
 */
public record Offer(
        Optional<String> description, List<Price> prices, List<Price> overagePrices, Set<WidgetType> hiddenFrom) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Offer {
        requireNonNull(description, "description");
        prices = List.copyOf(prices);
        overagePrices = List.copyOf(overagePrices);
        hiddenFrom = Set.copyOf(hiddenFrom);
    }

    Offer resolve(Map<String, CatalogFeature> features, Map<String, CreditCurrency> currencies) {
        return new Offer(
                description,
                resolve(prices, features, currencies),
                resolve(overagePrices, features, currencies),
                hiddenFrom);
    }

    private static List<Price> resolve(
            List<Price> prices, Map<String, CatalogFeature> features, Map<String, CreditCurrency> currencies) {
        return prices.stream()
                .map(price ->
                        new PriceParts(price).resolve(features, currencies).price())
                .toList();
    }

    /**
     * Tells whether usage of a feature past its limit is charged, and hence allowed.
     *
     * @param featureId the feature's id
     * @return true if there is a price for it
     */
    public boolean charges(String featureId) {
        return overagePrices.stream()
                .flatMap(price -> price.feature().stream())
                .anyMatch(feature -> feature.id().equals(featureId));
    }
}
