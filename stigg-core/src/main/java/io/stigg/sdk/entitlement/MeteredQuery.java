package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The question whether usage of a feature is within its limit. Immutable.
 *
 * @param scope whose entitlement
 * @param featureId the feature's id
 * @param fallback the answer if Stigg cannot be asked and nothing is known; wins over the configured one
 * @param requestedUsage how much more is wanted, 0 if nothing
 */
public record MeteredQuery(CustomerScope scope, String featureId, Optional<FixedAnswer> fallback, double requestedUsage)
        implements EntitlementQuery {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank or a number is negative
     */
    public MeteredQuery {
        requireNonNull(scope, "scope");
        Ids.requireId(featureId, "featureId");
        requireNonNull(fallback, "fallback");
        Amounts.requireAmount(requestedUsage, "requestedUsage");
    }

    /**
     * Asks at the level of the customer, with nothing requested.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return the query
     * @throws IllegalArgumentException if an id is blank
     */
    public static MeteredQuery of(String customerId, String featureId) {
        return new MeteredQuery(CustomerScope.of(customerId), featureId, Optional.empty(), 0);
    }

    /**
     * Asks at the level of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed query
     * @throws IllegalArgumentException if the id is blank
     */
    public MeteredQuery forResource(String resourceId) {
        return new MeteredQuery(scope.resource(resourceId), featureId, fallback, requestedUsage);
    }

    /**
     * Sets the answer for when Stigg cannot be asked and nothing is known.
     *
     * @param answer the answer
     * @return the changed query
     */
    public MeteredQuery withFallback(FixedAnswer answer) {
        return new MeteredQuery(scope, featureId, Optional.of(answer), requestedUsage);
    }

    /**
     * Asks for that much on top of the current usage.
     *
     * @param usage how much, 0 or more, in the feature's own units
     * @return the changed query
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public MeteredQuery requesting(double usage) {
        return new MeteredQuery(scope, featureId, fallback, usage);
    }
}
