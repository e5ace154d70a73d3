package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Publishes new versions of plans. Not thread-safe; guarded by the environment. */
final class Publishing {
    private final CatalogVersions versions;
    private final Map<String, CustomerRecord> customers;
    private final News news;

    Publishing(CatalogVersions versions, Map<String, CustomerRecord> customers, News news) {
        this.versions = versions;
        this.customers = customers;
        this.news = news;
    }

    void publish(Plan version, Migration migration, Instant now) {
        if (migration == Migration.UNKNOWN) {
            throw new IllegalArgumentException("migration must tell whose subscriptions change, not " + migration);
        }
        int number = versions.publish(version);
        Set<CustomerScope> changed = migration == Migration.ALL_CUSTOMERS
                ? migrate(versions.current().lineage(version), now)
                : Set.of();
        news.published(version.id(), number, migration);
        news.entitlements(changed, now);
    }

    /** Takes everyone over to a version, also where it is inherited from; returns whose entitlements that changes. */
    private Set<CustomerScope> migrate(PlanLineage version, Instant now) {
        Set<CustomerScope> changed = new LinkedHashSet<>();
        for (CustomerRecord customer : customers.values()) {
            for (SubscriptionRecord subscription : customer.subscriptions()) {
                if (!subscription.hasEnded(now) && subscription.migrateTo(version)) {
                    customer.changesAt(now);
                    changed.addAll(customer.reachedFrom(subscription.resourceId()));
                }
            }
        }
        return changed;
    }
}
