package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * Transfers a subscription to another resource of the same customer. Immutable.
 *
 * @param subscriptionId its id
 * @param destinationResourceId the id of the resource that gets it, empty for the customer itself
 */
public record TransferSubscriptionToResource(String subscriptionId, Optional<String> destinationResourceId)
        implements SubscriptionRequest<Subscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public TransferSubscriptionToResource {
        Arguments.text(subscriptionId, "subscriptionId");
        Arguments.text(destinationResourceId, "destinationResourceId");
    }

    /**
     * Transfers it to a resource.
     *
     * @param subscriptionId its id
     * @param destinationResourceId the id of the resource that gets it
     * @return the request
     * @throws IllegalArgumentException if an id is blank
     */
    public static TransferSubscriptionToResource of(String subscriptionId, String destinationResourceId) {
        return new TransferSubscriptionToResource(subscriptionId, Optional.of(destinationResourceId));
    }

    /**
     * Transfers it to the customer itself.
     *
     * @param subscriptionId its id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static TransferSubscriptionToResource toCustomer(String subscriptionId) {
        return new TransferSubscriptionToResource(subscriptionId, Optional.empty());
    }
}
