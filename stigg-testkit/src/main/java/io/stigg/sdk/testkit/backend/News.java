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
import java.util.HashSet;
import java.util.Set;

/**
 * What is told unasked of a change, which is what whoever asks is told from then on. Not thread-safe; guarded by the
 * environment.
 */
final class News {
    private final Catalog catalog;
    private final Snapshots snapshots;
    private final ChangeListener listener;
    private final Timeline timeline;
    private final Set<Reset> resets = new HashSet<>();
    private final Set<Budget> budgets = new HashSet<>();
    /** The subscriptions of which it was told last that their budget is used up. */
    private final Set<String> usedUp = new HashSet<>();

    News(Catalog catalog, Snapshots snapshots, ChangeListener listener, Timeline timeline) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.listener = listener;
        this.timeline = timeline;
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

    /** Tells the usage of a feature, if the scope is entitled to it; and once more when it starts again. */
    void usage(CustomerRecord customer, CustomerScope scope, String featureId, Instant now) {
        var calculation = new EntitlementCalculation(catalog, customer, scope, now);
        catalog.feature(featureId)
                .filter(known -> known.feature().isMetered())
                .flatMap(calculation::feature)
                .ifPresent(fact -> {
                    usage(scope, fact);
                    fact.usage()
                            .period()
                            .end()
                            .filter(end -> fact.usage().currentUsage() > 0)
                            .filter(end -> resets.add(new Reset(scope, featureId, end)))
                            .ifPresent(end -> timeline.at(end, due -> usage(customer, scope, featureId, due)));
                });
    }

    /** Tells the usage of features that were used, and what has been consumed of the currencies that they cost. */
    void used(Collection<Use> uses, Instant now) {
        uses.forEach(use -> usage(use.customer(), use.scope(), use.feature().id(), now));
        uses.stream()
                .flatMap(use -> use.feature().creditRate().stream()
                        .map(rate -> new Cost(use.customer(), use.scope(), rate.currencyId())))
                .distinct()
                .forEach(cost -> consumed(cost.customer, cost.scope, cost.currencyId, now));
        uses.stream().map(Use::customer).distinct().forEach(customer -> budgets(customer, now));
    }

    /**
     * A budget that is used up takes away what costs more, until the next billing period, or until usage is brought down. Tells
     * whichever of the two it is by now, if it was told otherwise.
     */
    void budgets(CustomerRecord customer, Instant now) {
        for (SubscriptionRecord subscription : customer.subscriptions()) {
            if (subscription.isLive()) {
                boolean isOver = new Spending(customer, subscription, now).isOverBudget();
                boolean isNews = isOver ? usedUp.add(subscription.id()) : usedUp.remove(subscription.id());
                if (isNews) {
                    customer.changesAt(now);
                    entitlements(customer.reachedFrom(subscription.resourceId()), now);
                }
                if (isOver) {
                    renew(customer, subscription, now);
                }
            }
        }
    }

    /** With the next billing period there is something to be spent again. */
    private void renew(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        Instant end = new BillingPeriods(subscription).at(now).end().orElseThrow();
        if (budgets.add(new Budget(subscription.id(), end))) {
            customer.changesAt(end);
            timeline.at(end, due -> budgets(customer, due));
        }
    }

    /** Tells what has been consumed of a currency, to everyone who has the same credits. */
    void consumed(CustomerRecord customer, CustomerScope scope, String currencyId, Instant now) {
        new Wallet(customer, scope, currencyId, now)
                .holders(scope)
                .forEach(holder -> tellBalance(customer, holder, currencyId, now));
    }

    private void tellBalance(CustomerRecord customer, CustomerScope scope, String currencyId, Instant now) {
        var calculation = new EntitlementCalculation(catalog, customer, scope, now);
        catalog.currency(currencyId).flatMap(calculation::credit).ifPresent(wallet -> usage(scope, wallet));
    }

    private void usage(CustomerScope scope, EntitlementFact fact) {
        listener.note(new UsageReading(scope, fact.ref(), fact.usage()));
    }

    /** Tells that there is a new version of a plan or an add-on. */
    void published(String type, String id, int version, PackagePublished.Migration migration) {
        listener.note(new PackagePublished(id, type, version, migration));
    }

    private record Budget(String subscriptionId, Instant end) {}

    private record Reset(CustomerScope scope, String featureId, Instant end) {}

    private record Cost(CustomerRecord customer, CustomerScope scope, String currencyId) {}
}
