package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import java.time.Instant;
import java.util.Optional;

/**
 * Subscribes a customer to a plan. A live subscription to the same product is replaced. Immutable.
 *
 * @param customerId the customer's id
 * @param selection the plan, its add-ons and quantities
 * @param startDate when the subscription starts, empty for now
 */
public record ProvisionSubscription(String customerId, PlanSelection selection, Optional<Instant> startDate)
        implements SubscriptionRequest<ProvisionedSubscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if the customer's id is blank
     */
    public ProvisionSubscription {
        requireNonNull(selection, "selection");
        requireNonNull(startDate, "startDate");
        CustomerScope.of(customerId);
    }

    /**
     * Subscribes a customer to a plan, from now on.
     *
     * @param customerId the customer's id
     * @param selection the plan, its add-ons and quantities
     * @return the request
     * @throws IllegalArgumentException if the customer's id is blank
     */
    public static ProvisionSubscription of(String customerId, PlanSelection selection) {
        return new ProvisionSubscription(customerId, selection, Optional.empty());
    }

    /**
     * Sets when the subscription starts.
     *
     * @param instant the instant; in the past to backdate, in the future to schedule
     * @return the changed request
     */
    public ProvisionSubscription startingAt(Instant instant) {
        return new ProvisionSubscription(customerId, selection, Optional.of(instant));
    }

    /**
     * Returns whose entitlements the subscription changes.
     *
     * @return the customer, or the resource that is subscribed
     */
    public CustomerScope scope() {
        return new CustomerScope(customerId, selection.resourceId());
    }
}
