package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.SubscribedAddon;
import io.stigg.sdk.subscription.SubscriptionDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is told of subscriptions. Not thread-safe; guarded by the environment. */
final class SubscriptionViews {
    private final World world;

    SubscriptionViews(World world) {
        this.world = world;
    }

    SubscriptionDetails details(SubscriptionRecord subscription, Instant now) {
        CatalogViews catalog = new CatalogViews(world.versions());
        Selection selection = subscription.selection();
        List<SubscribedAddon> addons = selection.addons().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .map(entry -> new SubscribedAddon(catalog.addon(entry.getKey()), entry.getValue()))
                .toList();
        List<ScheduledUpdate> scheduled =
                subscription.scheduled().map(Scheduled::updates).orElse(List.of());
        return new SubscriptionDetails(
                subscription.at(now),
                catalog.plan(selection.plan()),
                addons,
                subscription.payingCustomerId(),
                Optional.empty(),
                Optional.empty(),
                scheduled,
                scheduled);
    }
}
