package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.subscription.ExperimentInfo;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * All that Stigg tells of a customer. Immutable.
 *
 * @param customer what is told of any customer
 * @param hasPaymentMethod whether it can be charged
 * @param paymentMethod what it pays with by default; empty in all its members if there is nothing
 * @param hasActiveSubscription whether a subscription gives it access
 * @param subscriptions its subscriptions
 * @param promotionalEntitlements what was granted beside them
 * @param coupon its coupon
 * @param experimentInfo the experiment that it takes part in
 * @param trialedPlans the plans that it has tried
 * @param eligibleForTrial which products it may try
 */
public record CustomerDetails(
        @ApiName("") Customer customer,
        boolean hasPaymentMethod,
        @ApiName("") PaymentMethod paymentMethod,
        boolean hasActiveSubscription,
        List<SubscriptionDetails> subscriptions,
        List<PromotionalEntitlement> promotionalEntitlements,
        Optional<Coupon> coupon,
        Optional<ExperimentInfo> experimentInfo,
        List<TrialedPlan> trialedPlans,
        List<TrialEligibility> eligibleForTrial) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CustomerDetails {
        requireNonNull(customer, "customer");
        requireNonNull(paymentMethod, "paymentMethod");
        subscriptions = List.copyOf(subscriptions);
        promotionalEntitlements = List.copyOf(promotionalEntitlements);
        requireNonNull(coupon, "coupon");
        requireNonNull(experimentInfo, "experimentInfo");
        trialedPlans = List.copyOf(trialedPlans);
        eligibleForTrial = List.copyOf(eligibleForTrial);
    }
}
