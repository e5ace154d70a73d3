package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Page;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.GetActiveSubscriptions;
import io.stigg.sdk.subscription.GetActiveSubscriptionsList;
import io.stigg.sdk.subscription.GetSubscriptions;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of subscriptions. Not thread-safe; guarded by the environment. */
final class SubscriptionLists {
    private final World world;
    private final SubscriptionViews views;
    private final SubscriptionSummaries summaries;

    SubscriptionLists(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
        this.summaries = new SubscriptionSummaries(world);
    }

    void serve(Operations operations) {
        operations
                .read(GetSubscriptions.class, this::list)
                .read(GetActiveSubscriptions.class, this::active)
                .read(GetActiveSubscriptionsList.class, this::listActive);
    }

    private Page<SubscriptionSummary> list(GetSubscriptions request, Moment moment) {
        Refusals refusals = new Refusals("GetSubscriptions");
        SubscriptionSelector selector = new SubscriptionSelector(request.filter(), refusals);
        List<SubscriptionRecord> matching = new ArrayList<>(world.subscriptions());
        matching.removeIf(
                subscription -> !selector.accepts(subscription, views.subscription(subscription, moment.now())));
        SubscriptionOrder.sort(
                matching, request.sorting(), subscription -> views.subscription(subscription, moment.now()), refusals);
        List<SubscriptionSummary> all = matching.stream()
                .map(subscription -> summaries.summary(subscription, moment.now()))
                .toList();
        return Pages.of(all, request.paging(), refusals);
    }

    private List<SubscriptionDetails> active(GetActiveSubscriptions request, Moment moment) {
        CustomerRecord customer = world.existing(request.customerId(), new Refusals("GetActiveSubscriptions"));
        return live(customer, request.resourceId(), request.resourceIds())
                .map(subscription -> views.details(subscription, moment.now()))
                .toList();
    }

    private List<ActiveSubscription> listActive(GetActiveSubscriptionsList request, Moment moment) {
        CustomerRecord customer = world.existing(request.customerId(), new Refusals("GetActiveSubscriptionsList"));
        return live(customer, request.resourceId(), request.resourceIds())
                .map(subscription -> summaries.active(subscription, moment.now()))
                .toList();
    }

    private static Stream<SubscriptionRecord> live(
            CustomerRecord customer, Optional<String> resourceId, List<String> resourceIds) {
        return customer.subscriptions().stream()
                .filter(SubscriptionRecord::isLive)
                .filter(subscription -> resourceIds.isEmpty()
                        ? subscription.resourceId().equals(resourceId)
                        : subscription
                                .resourceId()
                                .filter(resourceIds::contains)
                                .isPresent());
    }

    Optional<ActiveSubscription> active(String subscriptionId, Instant now) {
        return world.subscription(subscriptionId).map(known -> summaries.active(known, now));
    }
}
