package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.testkit.Explanation.Source;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The effective entitlements of one scope of one customer at one instant. Changes nothing. */
final class EntitlementCalculation {
    private final Catalog catalog;
    private final CustomerRecord customer;
    private final CustomerScope scope;
    private final Instant now;
    private final Sources sources;

    EntitlementCalculation(Catalog catalog, CustomerRecord customer, CustomerScope scope, Instant now) {
        this.catalog = catalog;
        this.customer = customer;
        this.scope = scope;
        this.now = now;
        this.sources = new Sources(customer, scope, now);
    }

    /** Tells whether the scope is a resource that the customer does not have. */
    boolean isUnknownResource() {
        return scope.resourceId().filter(id -> !customer.hasResource(id)).isPresent();
    }

    boolean isOfArchived() {
        return customer.isArchived();
    }

    boolean hasSubscription() {
        return sources.hasSubscription();
    }

    /** Returns everything, features before credits, each in the catalogue's order. */
    List<EntitlementFact> facts() {
        List<EntitlementFact> facts = new ArrayList<>();
        catalog.features().forEach(feature -> feature(feature).ifPresent(facts::add));
        catalog.currencies().forEach(currency -> credit(currency).ifPresent(facts::add));
        return facts;
    }

    /** Returns the entitlement to a feature; for a resource that is not there, a denial of every feature. */
    Optional<FeatureFact> feature(CatalogFeature feature) {
        if (isUnknownResource()) {
            return Optional.of(withheld(feature.feature(), AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND));
        }
        return sources.best(feature.id())
                .map(best -> best.grant().kind() == Grant.Kind.REVOKED
                        ? withheld(feature.feature(), AccessDeniedReason.REVOKED)
                        : granted(feature, best));
    }

    /** Tells where the entitlement to a feature comes from. */
    List<Source> explain(CatalogFeature feature) {
        return isUnknownResource() ? List.of() : sources.explain(feature.id());
    }

    /** Returns the credits of a currency that the scope has now, in the order in which they are consumed. */
    List<CreditGrant> credits(CreditCurrency currency) {
        return isUnknownResource() ? List.of() : new Wallet(customer, scope, currency.id(), now).credits();
    }

    private FeatureFact withheld(Feature feature, AccessDeniedReason reason) {
        return fact(feature, Optional.of(Denial.of(reason)), OptionalDouble.empty(), false, false, List.of());
    }

    private FeatureFact granted(CatalogFeature known, Contribution best) {
        Feature feature = known.feature();
        Grant grant = best.grant();
        boolean counts = feature.type() == FeatureType.NUMBER;
        boolean unlimited = counts && grant.kind() == Grant.Kind.UNLIMITED;
        FeatureFact fact = fact(
                feature,
                Optional.empty(),
                counts && !unlimited ? grant.limit() : OptionalDouble.empty(),
                unlimited,
                feature.isMetered() && grant.hasSoftLimit(),
                known.values().stream().filter(grant.values()::contains).toList());
        return feature.isMetered() ? metered(fact, known, best) : fact;
    }

    private FeatureFact fact(
            Feature feature,
            Optional<Denial> denial,
            OptionalDouble limit,
            boolean unlimited,
            boolean soft,
            List<String> values) {
        return new FeatureFact(
                feature,
                denial,
                limit,
                unlimited,
                soft,
                values,
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                customer.changesNext(now));
    }

    private FeatureFact metered(FeatureFact fact, CatalogFeature known, Contribution best) {
        // A level is not counted in periods: it goes on across them.
        Optional<ResetPeriod> reset =
                best.grant().resetPeriod().filter(any -> known.feature().meterType() == MeterType.INCREMENTAL);
        Optional<Instant> anchor = reset.map(period -> UsageWindows.anchor(best.start(), period));
        UsagePeriod period = reset.flatMap(each -> anchor.map(origin -> UsageWindows.at(now, origin, each.unit())))
                .orElse(UsagePeriod.none());
        return new FeatureFact(
                fact.feature(),
                best.isOverBudget()
                        ? Optional.of(Denial.of(AccessDeniedReason.BUDGET_EXCEEDED))
                        : walletOf(known).flatMap(CreditFact::denial),
                fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                reset,
                anchor,
                told(known.feature(), customer.usage(scope, fact.ref()).usage(period, now)),
                known.creditRate(),
                fact.validUntil());
    }

    private static Usage told(Feature feature, Usage reported) {
        return new Usage(
                TransformedUnits.of(feature, reported.currentUsage()), reported.period(), reported.updatedAt());
    }

    /** Returns the wallet that pays for a feature. */
    Optional<CreditFact> walletOf(CatalogFeature feature) {
        return currencyOf(feature).flatMap(this::credit);
    }

    /** Returns the credits of the wallet that pays for a feature. */
    List<CreditGrant> creditsOf(CatalogFeature feature) {
        return currencyOf(feature).map(this::credits).orElse(List.of());
    }

    private Optional<CreditCurrency> currencyOf(CatalogFeature feature) {
        return feature.creditRate().flatMap(rate -> catalog.currency(rate.currencyId()));
    }

    /** Returns the wallet of a currency; for a resource that is not there, a denial of every currency. */
    Optional<CreditFact> credit(CreditCurrency currency) {
        if (isUnknownResource()) {
            return Optional.of(new CreditFact(
                    currency,
                    Optional.of(Denial.of(AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND)),
                    0,
                    false,
                    Usage.none(),
                    customer.changesNext(now)));
        }
        Wallet wallet = new Wallet(customer, scope, currency.id(), now);
        return wallet.exists() ? Optional.of(wallet.fact(currency)) : Optional.empty();
    }
}
