package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.time.Instant;
import java.util.Collection;

/**
 * What is told unasked of a change, which is what whoever asks is told from then on. Not thread-safe; guarded by the
 * environment.
 */
final class News {
    private final Catalog catalog;
    private final Snapshots snapshots;
    private final ChangeListener listener;

    News(Catalog catalog, Snapshots snapshots, ChangeListener listener) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.listener = listener;
    }

    /** Tells the entitlements of scopes. */
    void entitlements(Collection<CustomerScope> scopes, Instant now) {
        scopes.stream()
                .map(scope -> snapshots.of(scope, new Moment(now, now)))
                .forEach(set -> listener.note(told(set)));
    }

    /** Stigg says that what is known no longer holds by an empty set without a reason: nobody can tell the two apart. */
    private static Update told(EntitlementSnapshot set) {
        boolean saysNothing = set.entitlements().isEmpty() && set.denial().isEmpty();
        return saysNothing ? new EntitlementsInvalidated(set.scope()) : set;
    }

    /** Tells the usage of a feature, if the scope is entitled to it. */
    void usage(CustomerRecord customer, CustomerScope scope, String featureId, Instant now) {
        var calculation = new EntitlementCalculation(catalog, customer, scope, now);
        catalog.feature(featureId)
                .filter(known -> known.feature().isMetered())
                .flatMap(calculation::feature)
                .ifPresent(fact -> usage(scope, fact));
    }

    /** Tells the usage of features that were used, and what has been consumed of the currencies that they cost. */
    void used(Collection<Use> uses, Instant now) {
        uses.forEach(use -> usage(use.customer(), use.scope(), use.feature().id(), now));
        uses.stream()
                .flatMap(use -> use.feature().creditRate().stream()
                        .map(rate -> new Cost(use.customer(), use.scope(), rate.currencyId())))
                .distinct()
                .forEach(cost -> consumed(cost.customer, cost.scope, cost.currencyId, now));
    }

    /** Tells what has been consumed of a currency. */
    void consumed(CustomerRecord customer, CustomerScope scope, String currencyId, Instant now) {
        var calculation = new EntitlementCalculation(catalog, customer, scope, now);
        catalog.currency(currencyId).flatMap(calculation::credit).ifPresent(wallet -> usage(scope, wallet));
    }

    private void usage(CustomerScope scope, EntitlementFact fact) {
        listener.note(new UsageReading(scope, fact.ref(), fact.usage()));
    }

    /** Tells that there is a new version of a plan. */
    void published(String planId, int version, PackagePublished.Migration migration) {
        listener.note(new PackagePublished(planId, "Plan", version, migration));
    }

    private record Cost(CustomerRecord customer, CustomerScope scope, String currencyId) {}
}
