package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.List;
import java.util.Optional;

/**
 * Takes over subscriptions that exist elsewhere, in one request. Stigg takes them in after it has answered, so one of them
 * may not be there yet when it is asked for. Immutable.
 *
 * <p>For any number of subscriptions see {@link Subscriptions#importBulk(java.util.Collection)}.
 *
 * @param subscriptions the subscriptions, at least one
 * @param integrationId the integration with the billing system that they belong to; needed where an environment has
 *     several
 */
public record ImportSubscriptionsBulk(List<ImportSubscription> subscriptions, Optional<String> integrationId)
        implements SubscriptionRequest<Optional<String>> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ImportSubscriptionsBulk {
        subscriptions = List.copyOf(subscriptions);
        if (subscriptions.isEmpty()) {
            throw new IllegalArgumentException("subscriptions must not be empty");
        }
        Arguments.text(integrationId, "integrationId");
    }
}
