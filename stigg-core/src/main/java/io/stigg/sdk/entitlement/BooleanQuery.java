package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The question whether a feature is on. Immutable.
 *
 * @param scope whose entitlement
 * @param featureId the feature's id
 * @param fallback the answer if Stigg cannot be asked and nothing is known; wins over the configured one
 */
public record BooleanQuery(CustomerScope scope, String featureId, Optional<FixedAnswer> fallback)
        implements EntitlementQuery {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank
     */
    public BooleanQuery {
        requireNonNull(scope, "scope");
        Ids.requireId(featureId, "featureId");
        requireNonNull(fallback, "fallback");
    }

    /**
     * Asks at the level of the customer, with nothing requested.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return the query
     * @throws IllegalArgumentException if an id is blank
     */
    public static BooleanQuery of(String customerId, String featureId) {
        return new BooleanQuery(CustomerScope.of(customerId), featureId, Optional.empty());
    }

    /**
     * Asks at the level of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed query
     * @throws IllegalArgumentException if the id is blank
     */
    public BooleanQuery forResource(String resourceId) {
        return new BooleanQuery(scope.resource(resourceId), featureId, fallback);
    }

    /**
     * Sets the answer for when Stigg cannot be asked and nothing is known.
     *
     * @param answer the answer
     * @return the changed query
     */
    public BooleanQuery withFallback(FixedAnswer answer) {
        return new BooleanQuery(scope, featureId, Optional.of(answer));
    }
}
