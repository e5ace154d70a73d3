package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Optional;

/**
 * The outcome of provisioning a subscription. Immutable.
 *
 * @param status whether there is a subscription now, or a payment is needed first
 * @param subscription the subscription, empty when a payment is needed first
 * @param checkoutUrl where the customer pays, empty when no payment is needed
 * @param entitlements what the customer has now, empty when Stigg does not say
 */
public record ProvisionedSubscription(
        Status status,
        Optional<Subscription> subscription,
        Optional<String> checkoutUrl,
        Optional<EntitlementSnapshot> entitlements) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ProvisionedSubscription {
        requireNonNull(status, "status");
        requireNonNull(subscription, "subscription");
        requireNonNull(checkoutUrl, "checkoutUrl");
        requireNonNull(entitlements, "entitlements");
    }

    /** Whether there is a subscription now. */
    public enum Status {
        /** The subscription was made. */
        SUCCESS,
        /** The customer has to pay first, at the checkout URL. */
        PAYMENT_REQUIRED,
        /** An outcome that this SDK does not know. */
        UNKNOWN
    }
}
