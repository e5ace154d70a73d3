package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.PaymentCollectionMethod;
import io.stigg.sdk.catalog.Plan;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * All that Stigg tells of a subscription. Immutable.
 *
 * @param subscription what is told of any subscription
 * @param plan the plan in the version that is subscribed to
 * @param addons the add-ons
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param paymentCollectionMethod how its payment is collected
 * @param trialEndBehavior what becomes of it when its trial ends
 * @param scheduledUpdates the changes that are scheduled
 * @param futureUpdates the changes that are yet to be made, those that wait for a payment among them
 */
public record SubscriptionDetails(
        @ApiName("") Subscription subscription,
        Plan plan,
        List<SubscribedAddon> addons,
        @ApiName("payingCustomer.refId") Optional<String> payingCustomerId,
        Optional<PaymentCollectionMethod> paymentCollectionMethod,
        @ApiName("trialConfiguration.trialEndBehavior") Optional<TrialEndBehavior> trialEndBehavior,
        List<ScheduledUpdate> scheduledUpdates,
        List<ScheduledUpdate> futureUpdates) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscriptionDetails {
        requireNonNull(subscription, "subscription");
        requireNonNull(plan, "plan");
        addons = List.copyOf(addons);
        requireNonNull(payingCustomerId, "payingCustomerId");
        requireNonNull(paymentCollectionMethod, "paymentCollectionMethod");
        requireNonNull(trialEndBehavior, "trialEndBehavior");
        scheduledUpdates = List.copyOf(scheduledUpdates);
        futureUpdates = List.copyOf(futureUpdates);
    }
}
