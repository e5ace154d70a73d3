package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.AddonReference;
import io.stigg.sdk.catalog.CreditCadence;
import io.stigg.sdk.catalog.CustomCurrency;
import io.stigg.sdk.catalog.EntitlementBehavior;
import io.stigg.sdk.catalog.PackageCreditEntitlement;
import io.stigg.sdk.catalog.PackageEntitlement;
import io.stigg.sdk.catalog.PackageFeatureEntitlement;
import io.stigg.sdk.catalog.PackageReference;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.Units;
import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.testkit.catalog.CreditAllowance;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Offer;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is told of what is sold. Not thread-safe; guarded by the environment. */
final class CatalogViews {
    private final CatalogVersions versions;
    private final UnaryOperator<List<Price>> prices;

    CatalogViews(CatalogVersions versions) {
        this(versions, UnaryOperator.identity());
    }

    /** Tells not all prices, but those that are picked. */
    CatalogViews(CatalogVersions versions, UnaryOperator<List<Price>> prices) {
        this.versions = versions;
        this.prices = prices;
    }

    private Catalog catalog() {
        return versions.current();
    }

    io.stigg.sdk.catalog.Plan plan(Plan plan) {
        Optional<Plan> base = plan.baseId().flatMap(catalog()::plan);
        return new io.stigg.sdk.catalog.Plan(
                plan.id(),
                plan.displayName(),
                plan.offer().description(),
                versions.number(plan),
                product(catalog().product(plan)),
                base.map(inherited -> new PackageReference(inherited.id(), inherited.displayName())),
                Optional.empty(),
                Optional.of(plan.pricingType()),
                entitlements(plan.id(), plan.grants(), plan.allowances()),
                base.map(inherited -> entitlements(
                                inherited.id(),
                                catalog().grants(inherited).values(),
                                catalog().allowances(inherited).values()))
                        .orElse(List.of()),
                prices.apply(plan.prices()),
                prices.apply(plan.offer().overagePrices()),
                plan.addons().stream()
                        .sorted()
                        .flatMap(id -> catalog().addon(id).stream())
                        .map(this::addon)
                        .toList(),
                List.of(),
                plan.trial(),
                hiddenFrom(plan.offer()),
                Optional.empty(),
                Map.of());
    }

    io.stigg.sdk.catalog.Addon addon(Addon addon) {
        return new io.stigg.sdk.catalog.Addon(
                addon.id(),
                addon.displayName(),
                addon.offer().description(),
                Optional.empty(),
                Optional.of(addon.pricingType()),
                addon.maxQuantity().isPresent()
                        ? OptionalDouble.of(addon.maxQuantity().getAsInt())
                        : OptionalDouble.empty(),
                addon.dependencies().stream()
                        .sorted()
                        .flatMap(id -> catalog().addon(id).stream())
                        .map(needed -> new AddonReference(
                                needed.id(),
                                needed.displayName(),
                                needed.offer().description()))
                        .toList(),
                entitlements(addon.id(), addon.grants(), addon.allowances()),
                prices.apply(addon.prices()),
                prices.apply(addon.offer().overagePrices()),
                hiddenFrom(addon.offer()),
                Map.of());
    }

    io.stigg.sdk.catalog.Product product(Product product) {
        return new io.stigg.sdk.catalog.Product(
                product.id(),
                Optional.of(product.displayName()),
                Optional.empty(),
                Optional.empty(),
                product.journey()
                        .freePlanAtEnd()
                        .flatMap(catalog()::plan)
                        .map(plan -> new PackageReference(plan.id(), plan.displayName())),
                Map.of());
    }

    private static List<WidgetType> hiddenFrom(Offer offer) {
        return offer.hiddenFrom().stream().sorted().toList();
    }

    private List<PackageEntitlement> entitlements(
            String owner, Iterable<Grant> grants, Iterable<CreditAllowance> allowances) {
        Stream.Builder<PackageEntitlement> entitlements = Stream.builder();
        grants.forEach(grant -> catalog()
                .feature(grant.featureId())
                .ifPresent(known -> entitlements.add(entitlement(owner, grant, known.feature()))));
        allowances.forEach(allowance -> catalog()
                .currency(allowance.currencyId())
                .ifPresent(currency -> entitlements.add(entitlement(owner, allowance, currency))));
        return entitlements.build().toList();
    }

    private static PackageEntitlement entitlement(String owner, Grant grant, Feature feature) {
        return new PackageFeatureEntitlement(
                owner + "/" + grant.featureId(),
                grant.kind() != Grant.Kind.REVOKED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                grant.isAgreed(),
                OptionalDouble.empty(),
                grant.overrides() ? EntitlementBehavior.OVERRIDE : EntitlementBehavior.INCREMENT,
                feature,
                grant.values(),
                grant.limit(),
                grant.kind() == Grant.Kind.UNLIMITED,
                grant.hasSoftLimit(),
                grant.resetPeriod().map(ResetPeriod::unit));
    }

    private PackageEntitlement entitlement(String owner, CreditAllowance allowance, CreditCurrency currency) {
        return new PackageCreditEntitlement(
                owner + "/" + allowance.currencyId(),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                OptionalDouble.empty(),
                allowance.overrides() ? EntitlementBehavior.OVERRIDE : EntitlementBehavior.INCREMENT,
                currency.id(),
                currency(currency),
                OptionalDouble.of(allowance.amount()),
                allowance.cadence() == ResetPeriod.Unit.YEAR ? CreditCadence.YEAR : CreditCadence.MONTH,
                allowance.hasSoftLimit(),
                allowance.perUnitOf().flatMap(catalog()::feature).map(CatalogFeature::feature));
    }

    static CustomCurrency currency(CreditCurrency currency) {
        return new CustomCurrency(
                currency.id(),
                currency.displayName(),
                Optional.empty(),
                Optional.of(new Units(currency.unitSingular(), currency.unitPlural())));
    }
}
