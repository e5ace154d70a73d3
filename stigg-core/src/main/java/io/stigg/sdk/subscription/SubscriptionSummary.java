package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription, as a list of whichever customers' subscriptions tells it. Immutable.
 *
 * @param id its id
 * @param customerId the customer's id
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param resourceId the resource's id, empty for a subscription of the customer
 * @param planId the plan's id
 * @param planName the plan's name
 * @param status its status
 * @param pricingType what kind of price the plan has
 * @param addons quantities by add-on id
 * @param startDate when it starts
 * @param currentBillingPeriodEnd when the current billing period ends
 * @param trialEndDate when its trial ends, empty without a trial
 * @param trialEndBehavior what becomes of it when its trial ends
 */
public record SubscriptionSummary(
        @ApiName("subscriptionId") String id,
        @ApiName("customer.customerId") String customerId,
        @ApiName("payingCustomer.customerId") Optional<String> payingCustomerId,
        @ApiName("resource.resourceId") Optional<String> resourceId,
        @ApiName("plan.planId") String planId,
        @ApiName("plan.displayName") String planName,
        Subscription.Status status,
        PricingType pricingType,

        @ApiName(value = "addons", key = "addon.addonId", each = "quantity")
        Map<String, Integer> addons,

        Instant startDate,
        Optional<Instant> currentBillingPeriodEnd,
        Optional<Instant> trialEndDate,
        @ApiName("trialConfiguration.trialEndBehavior") Optional<TrialEndBehavior> trialEndBehavior) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscriptionSummary {
        requireNonNull(id, "id");
        requireNonNull(customerId, "customerId");
        requireNonNull(payingCustomerId, "payingCustomerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(planId, "planId");
        requireNonNull(planName, "planName");
        requireNonNull(status, "status");
        requireNonNull(pricingType, "pricingType");
        addons = Map.copyOf(addons);
        requireNonNull(startDate, "startDate");
        requireNonNull(currentBillingPeriodEnd, "currentBillingPeriodEnd");
        requireNonNull(trialEndDate, "trialEndDate");
        requireNonNull(trialEndBehavior, "trialEndBehavior");
    }
}
