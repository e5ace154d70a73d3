package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whose entitlements: a customer's, or those of one resource of a customer. The two levels are independent: Stigg states
 * the effective entitlements of each, and nothing is merged here. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer level
 */
public record CustomerScope(String customerId, Optional<String> resourceId) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank
     * @throws NullPointerException if a member is null
     */
    public CustomerScope {
        Ids.requireId(customerId, "customerId");
        requireNonNull(resourceId, "resourceId");
        if (resourceId.isPresent()) {
            Ids.requireId(resourceId.get(), "resourceId");
        }
    }

    /**
     * The customer level.
     *
     * @param customerId the customer's id
     * @return the scope
     * @throws IllegalArgumentException if the id is blank
     */
    public static CustomerScope of(String customerId) {
        return new CustomerScope(customerId, Optional.empty());
    }

    /**
     * The scope of one of this customer's resources.
     *
     * @param resourceId the resource's id
     * @return the scope
     * @throws IllegalArgumentException if the id is blank
     */
    public CustomerScope resource(String resourceId) {
        return new CustomerScope(customerId, Optional.of(resourceId));
    }

    @Override
    public String toString() {
        return resourceId.map(id -> customerId + "/" + id).orElse(customerId);
    }
}
