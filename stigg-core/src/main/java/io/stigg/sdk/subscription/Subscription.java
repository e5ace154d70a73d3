package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Invoice;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription of a customer, or of one of its resources, to a plan. Immutable.
 *
 * @param id its id
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for a subscription of the customer
 * @param planId the plan's id
 * @param status its status
 * @param pricingType what kind of price the plan has
 * @param addons quantities by add-on id
 * @param startDate when it starts
 * @param endDate when it ends, empty for a recurring one
 * @param effectiveEndDate when it ends whatever the reason: its end, or its cancellation
 * @param trialEndDate when its trial ends, empty without a trial
 * @param cancellationDate when it is cancelled, empty when it is not
 * @param currentBillingPeriodEnd when the current billing period ends
 * @param billingId its id in the connected billing system
 * @param billingLinkUrl where it is in that system
 * @param billingSyncError why it could not be transferred to that system
 * @param paymentCollection how the collection of its payment stands
 * @param latestInvoice its latest invoice
 * @param prices what it pays
 * @param totalPrice what it costs each period, as far as that is fixed
 * @param experimentInfo the experiment that it takes part in
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Subscription(
        @ApiName("refId") String id,
        @ApiName("customer.refId") String customerId,
        @ApiName("resource.resourceId") Optional<String> resourceId,
        @ApiName("plan.refId") String planId,
        Status status,
        PricingType pricingType,

        @ApiName(value = "addons", key = "addon.refId", each = "quantity")
        Map<String, Integer> addons,

        Instant startDate,
        Optional<Instant> endDate,
        Optional<Instant> effectiveEndDate,
        Optional<Instant> trialEndDate,
        Optional<Instant> cancellationDate,
        Optional<Instant> currentBillingPeriodEnd,
        Optional<String> billingId,
        Optional<String> billingLinkUrl,
        Optional<String> billingSyncError,
        PaymentCollection paymentCollection,
        Optional<Invoice> latestInvoice,
        List<SubscriptionPrice> prices,
        Optional<TotalPrice> totalPrice,
        Optional<ExperimentInfo> experimentInfo,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public Subscription {
        requireNonNull(id, "id");
        requireNonNull(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
        requireNonNull(planId, "planId");
        requireNonNull(status, "status");
        requireNonNull(pricingType, "pricingType");
        addons = Map.copyOf(addons);
        requireNonNull(startDate, "startDate");
        requireNonNull(endDate, "endDate");
        requireNonNull(effectiveEndDate, "effectiveEndDate");
        requireNonNull(trialEndDate, "trialEndDate");
        requireNonNull(cancellationDate, "cancellationDate");
        requireNonNull(currentBillingPeriodEnd, "currentBillingPeriodEnd");
        requireNonNull(billingId, "billingId");
        requireNonNull(billingLinkUrl, "billingLinkUrl");
        requireNonNull(billingSyncError, "billingSyncError");
        requireNonNull(paymentCollection, "paymentCollection");
        requireNonNull(latestInvoice, "latestInvoice");
        prices = List.copyOf(prices);
        requireNonNull(totalPrice, "totalPrice");
        requireNonNull(experimentInfo, "experimentInfo");
        metadata = Map.copyOf(metadata);
    }

    /** What stage of its life a subscription is in. */
    public enum Status {
        /** It gives access. */
        ACTIVE,
        /** It gives access until the trial ends. */
        IN_TRIAL,
        /** It starts later. */
        NOT_STARTED,
        /** It waits for a payment. */
        PAYMENT_PENDING,
        /** It was cancelled. */
        CANCELED,
        /** It came to its end. */
        EXPIRED,
        /** A stage that this SDK does not know. */
        UNKNOWN
    }
}
