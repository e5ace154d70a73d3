package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription that gives access, as a list of a customer's subscriptions tells it. Immutable.
 *
 * @param id its id
 * @param customerId the customer's id
 * @param customerEmail the customer's email address
 * @param payingCustomerId the id of the customer who pays, where it is another
 * @param resourceId the resource's id, empty for a subscription of the customer
 * @param plan the plan
 * @param status its status
 * @param pricingType what kind of price the plan has
 * @param addons quantities by add-on id
 * @param startDate when it starts
 * @param endDate when it ends, empty for a recurring one
 * @param effectiveEndDate when it ends whatever the reason: its end, or its cancellation
 * @param cancellationDate when it is cancelled, empty when it is not
 * @param trialEndDate when its trial ends, empty without a trial
 * @param trialEndBehavior what becomes of it when its trial ends
 * @param billingPeriod how often it is charged
 * @param currentBillingPeriodStart when the current billing period started
 * @param currentBillingPeriodEnd when the current billing period ends
 * @param prices what it pays
 * @param subTotal what it costs each period before discounts, as far as that is fixed
 * @param total what it costs each period after discounts, as far as that is fixed
 * @param addonsTotal the part of it that is for add-ons
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record ActiveSubscription(
        @ApiName("subscriptionId") String id,
        @ApiName("customer.customerId") String customerId,
        @ApiName("customer.email") Optional<String> customerEmail,
        @ApiName("payingCustomer.customerId") Optional<String> payingCustomerId,
        @ApiName("resource.resourceId") Optional<String> resourceId,
        SubscribedPlan plan,
        Subscription.Status status,
        PricingType pricingType,

        @ApiName(value = "addons", key = "addon.addonId", each = "quantity")
        Map<String, Integer> addons,

        Instant startDate,
        Optional<Instant> endDate,
        Optional<Instant> effectiveEndDate,
        Optional<Instant> cancellationDate,
        Optional<Instant> trialEndDate,
        @ApiName("trialConfiguration.trialEndBehavior") Optional<TrialEndBehavior> trialEndBehavior,
        Optional<BillingPeriod> billingPeriod,
        Optional<Instant> currentBillingPeriodStart,
        Optional<Instant> currentBillingPeriodEnd,
        List<SubscribedPrice> prices,
        @ApiName("totalPrice.subTotal") Optional<Money> subTotal,
        @ApiName("totalPrice.total") Optional<Money> total,
        @ApiName("totalPrice.addonsTotal") Optional<Money> addonsTotal,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public ActiveSubscription {
        requireNonNull(id, "id");
        requireNonNull(customerId, "customerId");
        requireNonNull(customerEmail, "customerEmail");
        requireNonNull(payingCustomerId, "payingCustomerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(plan, "plan");
        requireNonNull(status, "status");
        requireNonNull(pricingType, "pricingType");
        addons = Map.copyOf(addons);
        requireNonNull(startDate, "startDate");
        requireNonNull(endDate, "endDate");
        requireNonNull(effectiveEndDate, "effectiveEndDate");
        requireNonNull(cancellationDate, "cancellationDate");
        requireNonNull(trialEndDate, "trialEndDate");
        requireNonNull(trialEndBehavior, "trialEndBehavior");
        requireNonNull(billingPeriod, "billingPeriod");
        requireNonNull(currentBillingPeriodStart, "currentBillingPeriodStart");
        requireNonNull(currentBillingPeriodEnd, "currentBillingPeriodEnd");
        prices = List.copyOf(prices);
        requireNonNull(subTotal, "subTotal");
        requireNonNull(total, "total");
        requireNonNull(addonsTotal, "addonsTotal");
        metadata = Map.copyOf(metadata);
    }
}
