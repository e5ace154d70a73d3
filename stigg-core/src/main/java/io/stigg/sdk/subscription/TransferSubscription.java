package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;

/**
 * Transfers the subscription of one resource of a customer to another. Immutable.
 *
 * @param customerId the customer's id
 * @param sourceResourceId the id of the resource that has it
 * @param destinationResourceId the id of the resource that gets it
 * @deprecated a customer's resource may have several subscriptions; {@link TransferSubscriptionToResource} says which
 */
@Deprecated
public record TransferSubscription(String customerId, String sourceResourceId, String destinationResourceId)
        implements SubscriptionRequest<Subscription> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public TransferSubscription {
        Arguments.text(customerId, "customerId");
        Arguments.text(sourceResourceId, "sourceResourceId");
        Arguments.text(destinationResourceId, "destinationResourceId");
        if (sourceResourceId.equals(destinationResourceId)) {
            throw new IllegalArgumentException("destinationResourceId must be another than sourceResourceId");
        }
    }
}
