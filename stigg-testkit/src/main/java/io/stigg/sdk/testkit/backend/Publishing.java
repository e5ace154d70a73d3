package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Publishes new versions of what is sold. Not thread-safe; guarded by the environment. */
final class Publishing {
    private final World world;

    Publishing(World world) {
        this.world = world;
    }

    int publish(Plan version, Migration migration, Instant now) {
        requireKnown(migration);
        int number = world.versions().publish(version);
        PlanLineage lineage = world.catalog().lineage(version);
        return tell(
                "Plan",
                version.id(),
                number,
                migration,
                selection -> isTakenOver(selection, version) ? selection.with(lineage) : selection,
                now);
    }

    /** What would have to be paid or agreed upon anew stays as it is. */
    private static boolean isTakenOver(Selection selection, Plan version) {
        return !selection.plan().id().equals(version.id())
                || SubscriptionChanges.isMigrated(selection.plan().pricingType(), version.pricingType());
    }

    int publish(Addon version, Migration migration, Instant now) {
        requireKnown(migration);
        int number = world.versions().publish(version);
        return tell("Addon", version.id(), number, migration, selection -> selection.with(version), now);
    }

    private static void requireKnown(Migration migration) {
        if (migration == Migration.UNKNOWN) {
            throw new IllegalArgumentException("migration must tell whose subscriptions change, not " + migration);
        }
    }

    private int tell(
            String type, String id, int number, Migration migration, UnaryOperator<Selection> takeover, Instant now) {
        Set<CustomerScope> changed = new LinkedHashSet<>();
        if (migration == Migration.ALL_CUSTOMERS) {
            world.customers().values().forEach(customer -> changed.addAll(takeOver(customer, takeover, now)));
        }
        world.news().published(type, id, number, migration);
        world.news().entitlements(changed, now);
        return number;
    }

    private Set<CustomerScope> takeOver(CustomerRecord customer, UnaryOperator<Selection> takeover, Instant now) {
        Set<CustomerScope> changed = new LinkedHashSet<>();
        for (SubscriptionRecord subscription : customer.subscriptions()) {
            Selection before = subscription.selection();
            if (!subscription.hasEnded()) {
                subscription.migrate(takeover);
            }
            if (!subscription.selection().equals(before)) {
                world.lifecycle().migrated(customer, subscription, now);
                changed.addAll(customer.reachedFrom(subscription.resourceId()));
            }
        }
        return changed;
    }
}
