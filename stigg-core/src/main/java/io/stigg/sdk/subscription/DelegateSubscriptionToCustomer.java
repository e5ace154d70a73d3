package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * Makes another customer pay for a subscription. Who holds it, and is entitled by it, stays the same. Immutable.
 *
 * @param subscriptionId its id
 * @param destinationCustomerId the id of the customer who pays, empty for the one who holds it
 */
public record DelegateSubscriptionToCustomer(String subscriptionId, Optional<String> destinationCustomerId)
        implements SubscriptionRequest<Subscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public DelegateSubscriptionToCustomer {
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.text(destinationCustomerId, "destinationCustomerId");
    }

    /**
     * Makes another customer pay.
     *
     * @param subscriptionId its id
     * @param destinationCustomerId the id of the customer who pays
     * @return the request
     * @throws IllegalArgumentException if an id is blank
     */
    public static DelegateSubscriptionToCustomer of(String subscriptionId, String destinationCustomerId) {
        return new DelegateSubscriptionToCustomer(subscriptionId, Optional.of(destinationCustomerId));
    }

    /**
     * Makes the customer pay who holds it.
     *
     * @param subscriptionId its id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static DelegateSubscriptionToCustomer backToHolder(String subscriptionId) {
        return new DelegateSubscriptionToCustomer(subscriptionId, Optional.empty());
    }
}
