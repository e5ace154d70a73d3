package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import java.time.Instant;

/**
 * A subscription that has not ended, of which something is changed, and its customer.
 *
 * @param world what it is part of
 * @param customer the customer who holds it
 * @param subscription the subscription
 */
record LiveSubscription(World world, CustomerRecord customer, SubscriptionRecord subscription) {
    /**
     * Finds one.
     *
     * @throws io.stigg.sdk.error.StiggApiException if there is none of that id, or it has ended
     */
    static LiveSubscription find(World world, String id, Refusals refusals) {
        SubscriptionRecord found = world.subscription(id)
                .orElseThrow(() -> refusals.because(ErrorCode.SUBSCRIPTION_NOT_FOUND, "Subscription not found: " + id));
        if (found.hasEnded()) {
            throw refusals.because(ErrorCode.SUBSCRIPTION_ALREADY_CANCELED_OR_EXPIRED, id + " has ended");
        }
        return new LiveSubscription(world, world.existing(found.customerId(), refusals), found);
    }

    /** Tells that it is not what it was. */
    void changed(Instant now) {
        customer.changesAt(now);
        world.news().entitlements(customer.reachedFrom(subscription.resourceId()), now);
    }
}
