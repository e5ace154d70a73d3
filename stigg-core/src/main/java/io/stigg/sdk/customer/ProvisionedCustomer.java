package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.subscription.Subscription;
import java.util.Optional;

/**
 * The outcome of provisioning a customer. Immutable.
 *
 * @param customer the customer
 * @param decision how the subscription was chosen
 * @param subscription the subscription, empty when none was made
 * @param entitlements what the customer has now, empty when Stigg does not say
 */
public record ProvisionedCustomer(
        Customer customer,
        Decision decision,
        Optional<Subscription> subscription,
        Optional<EntitlementSnapshot> entitlements) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ProvisionedCustomer {
        requireNonNull(customer, "customer");
        requireNonNull(decision, "decision");
        requireNonNull(subscription, "subscription");
        requireNonNull(entitlements, "entitlements");
    }

    /** How the subscription was chosen. Source: the API's {@code SubscriptionDecisionStrategy}. */
    public enum Decision {
        /** The requested plan was taken. */
        REQUESTED_PLAN,
        /** The product's journey starts everyone on a free plan. */
        PREDEFINED_FREE_PLAN,
        /** The product's journey starts everyone in a trial. */
        PREDEFINED_TRIAL_PLAN,
        /** No subscription was made. */
        SKIPPED_SUBSCRIPTION_CREATION,
        /** A way that this SDK does not know. */
        UNKNOWN
    }
}
