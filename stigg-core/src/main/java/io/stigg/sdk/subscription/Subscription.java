package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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
 * @param trialEndDate when its trial ends, empty without a trial
 * @param cancellationDate when it is cancelled, empty when it is not
 * @param currentBillingPeriodEnd when the current billing period ends
 * @param metadata what was attached: text, numbers, booleans, lists and maps of them
 */
public record Subscription(
        String id,
        String customerId,
        Optional<String> resourceId,
        String planId,
        Status status,
        PricingType pricingType,
        Map<String, Integer> addons,
        Instant startDate,
        Optional<Instant> endDate,
        Optional<Instant> trialEndDate,
        Optional<Instant> cancellationDate,
        Optional<Instant> currentBillingPeriodEnd,
        Map<String, Object> metadata) {
    /**
     * Checks the members and copies the maps.
     *
     * @throws NullPointerException if a member is null
     */
    public Subscription {
        requireNonNull(id, "id");
        requireNonNull(customerId, "customerId");
        requireNonNull(planId, "planId");
        requireNonNull(status, "status");
        requireNonNull(pricingType, "pricingType");
        requireNonNull(startDate, "startDate");
        addons = Map.copyOf(addons);
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

    /** What kind of price a plan has. */
    public enum PricingType {
        /** Nothing is paid. */
        FREE,
        /** A price from the catalogue is paid. */
        PAID,
        /** A price is agreed with the customer. */
        CUSTOM,
        /** A kind that this SDK does not know. */
        UNKNOWN
    }
}
