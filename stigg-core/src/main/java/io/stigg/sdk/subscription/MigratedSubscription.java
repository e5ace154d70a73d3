package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * Which subscription goes over to the latest version of its plan. Immutable.
 *
 * @param subscriptionId its id
 * @param customerId the id of the customer who holds it
 * @param resourceId the id of the resource that it is for, empty for the customer itself
 */
public record MigratedSubscription(
        String subscriptionId,
        @ApiName("customer.customerId") String customerId,
        @ApiName("resource.resourceId") Optional<String> resourceId) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public MigratedSubscription {
        requireNonNull(subscriptionId, "subscriptionId");
        requireNonNull(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
    }
}
