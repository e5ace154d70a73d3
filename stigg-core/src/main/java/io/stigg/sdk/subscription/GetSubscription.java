package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;

/**
 * Reads all about a subscription. Immutable.
 *
 * @param subscriptionId its id
 */
public record GetSubscription(String subscriptionId) implements SubscriptionRequest<SubscriptionDetails> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetSubscription {
        Arguments.text(subscriptionId, "subscriptionId");
    }
}
