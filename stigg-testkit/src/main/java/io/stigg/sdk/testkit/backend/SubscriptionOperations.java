package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.GetSubscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import java.time.Instant;
import java.util.Optional;

/** What can be done with subscriptions. Not thread-safe; guarded by the environment. */
final class SubscriptionOperations {
    private final World world;
    private final SubscriptionViews views;

    SubscriptionOperations(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
    }

    void serve(Operations operations) {
        operations.read(GetSubscription.class, this::get);
    }

    private SubscriptionDetails get(GetSubscription request, Moment moment) {
        return views.details(existing(request.subscriptionId(), new Refusals("GetSubscription")), moment.now());
    }

    Optional<SubscriptionDetails> details(String subscriptionId, Instant now) {
        return world.subscription(subscriptionId).map(known -> views.details(known, now));
    }

    private SubscriptionRecord existing(String id, Refusals refusals) {
        return world.subscription(id)
                .orElseThrow(() -> refusals.because(ErrorCode.SUBSCRIPTION_NOT_FOUND, "Subscription not found: " + id));
    }
}
