package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Lists the subscriptions of a customer that give access now. Stigg's edge answers it, which may lag behind a write
 * for a moment. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource whose subscriptions are read, empty for another choice
 * @param resourceIds the resources whose subscriptions are read, empty for another choice
 */
public record GetActiveSubscriptionsList(String customerId, Optional<String> resourceId, List<String> resourceIds)
        implements SubscriptionRequest<List<ActiveSubscription>> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetActiveSubscriptionsList {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        resourceIds = List.copyOf(resourceIds);
        resourceIds.forEach(id -> Arguments.text(id, "resourceIds"));
        if (resourceId.isPresent() && !resourceIds.isEmpty()) {
            throw new IllegalArgumentException("resourceId and resourceIds exclude each other");
        }
    }

    /**
     * Reads those of the customer itself, which are for no resource.
     *
     * @param customerId the customer's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static GetActiveSubscriptionsList of(String customerId) {
        return new GetActiveSubscriptionsList(customerId, Optional.empty(), List.of());
    }

    /**
     * Reads those of one resource instead.
     *
     * @param id the resource's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public GetActiveSubscriptionsList forResource(String id) {
        return new GetActiveSubscriptionsList(customerId, Optional.of(id), List.of());
    }

    /**
     * Reads those of several resources instead.
     *
     * @param ids the resources' ids
     * @return the changed request
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public GetActiveSubscriptionsList forResources(Collection<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("resourceIds must not be empty");
        }
        return new GetActiveSubscriptionsList(customerId, Optional.empty(), List.copyOf(ids));
    }
}
