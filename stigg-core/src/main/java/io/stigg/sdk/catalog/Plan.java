package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan, in one of its versions. Immutable.
 *
 * @param id its id
 * @param displayName its name
 * @param description what it is
 * @param versionNumber which version of the plan this is, from 1
 * @param product what it is a plan of
 * @param basePlan the plan whose entitlements it inherits
 * @param billingId its id in the connected billing system
 * @param pricingType what kind of price it has, empty before a price is set
 * @param entitlements what it grants itself
 * @param inheritedEntitlements what it grants because its base plan does
 * @param prices what it costs
 * @param overagePrices what use beyond its limits costs
 * @param compatibleAddons the add-ons that go with it, as Stigg lists them whatever their prices
 * @param compatiblePackageGroups the groups of add-ons that go with it
 * @param defaultTrialConfig the trial that new subscriptions begin with
 * @param hiddenFromWidgets which widgets do not show it
 * @param awsMarketplacePlanDimension its dimension in the AWS marketplace
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Plan(
        @ApiName("refId") String id,
        String displayName,
        Optional<String> description,
        int versionNumber,
        Product product,
        Optional<PackageReference> basePlan,
        Optional<String> billingId,
        Optional<PricingType> pricingType,
        @ApiName("packageEntitlements") List<PackageEntitlement> entitlements,
        @ApiName("inheritedPackageEntitlements") List<PackageEntitlement> inheritedEntitlements,
        List<Price> prices,
        List<Price> overagePrices,
        List<Addon> compatibleAddons,
        List<PackageGroup> compatiblePackageGroups,
        Optional<DefaultTrialConfig> defaultTrialConfig,
        List<WidgetType> hiddenFromWidgets,
        Optional<String> awsMarketplacePlanDimension,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Plan {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(description, "description");
        requireNonNull(product, "product");
        requireNonNull(basePlan, "basePlan");
        requireNonNull(billingId, "billingId");
        requireNonNull(pricingType, "pricingType");
        entitlements = List.copyOf(entitlements);
        inheritedEntitlements = List.copyOf(inheritedEntitlements);
        prices = List.copyOf(prices);
        overagePrices = List.copyOf(overagePrices);
        compatibleAddons = List.copyOf(compatibleAddons);
        compatiblePackageGroups = List.copyOf(compatiblePackageGroups);
        requireNonNull(defaultTrialConfig, "defaultTrialConfig");
        hiddenFromWidgets = List.copyOf(hiddenFromWidgets);
        requireNonNull(awsMarketplacePlanDimension, "awsMarketplacePlanDimension");
        metadata = Map.copyOf(metadata);
    }
}
