package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An add-on: something that is bought beside a plan. Immutable.
 *
 * @param id its id
 * @param displayName its name
 * @param description what it is
 * @param billingId its id in the connected billing system
 * @param pricingType what kind of price it has, empty before a price is set
 * @param maxQuantity how many of it a subscription may have, empty for any number
 * @param dependencies the add-ons without which it cannot be bought
 * @param entitlements what it grants
 * @param prices what it costs
 * @param overagePrices what use beyond its limits costs
 * @param hiddenFromWidgets which widgets do not show it
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Addon(
        @ApiName("refId") String id,
        String displayName,
        Optional<String> description,
        Optional<String> billingId,
        Optional<PricingType> pricingType,
        OptionalDouble maxQuantity,
        List<AddonReference> dependencies,
        @ApiName("packageEntitlements") List<PackageEntitlement> entitlements,
        List<Price> prices,
        List<Price> overagePrices,
        List<WidgetType> hiddenFromWidgets,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Addon {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(description, "description");
        requireNonNull(billingId, "billingId");
        requireNonNull(pricingType, "pricingType");
        requireNonNull(maxQuantity, "maxQuantity");
        dependencies = List.copyOf(dependencies);
        entitlements = List.copyOf(entitlements);
        prices = List.copyOf(prices);
        overagePrices = List.copyOf(overagePrices);
        hiddenFromWidgets = List.copyOf(hiddenFromWidgets);
        metadata = Map.copyOf(metadata);
    }
}
