package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The question for a numeric configuration. Immutable.
 *
 * @param scope whose entitlement
 * @param featureId the feature's id
 * @param fallback the answer if Stigg cannot be asked and nothing is known; wins over the configured one
 */
public record NumericQuery(CustomerScope scope, String featureId, Optional<FixedAnswer> fallback)
        implements EntitlementQuery {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank
     */
    public NumericQuery {
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
    public static NumericQuery of(String customerId, String featureId) {
        return new NumericQuery(CustomerScope.of(customerId), featureId, Optional.empty());
    }

    /**
     * Asks at the level of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed query
     * @throws IllegalArgumentException if the id is blank
     */
    public NumericQuery forResource(String resourceId) {
        return new NumericQuery(scope.resource(resourceId), featureId, fallback);
    }

    /**
     * Sets the answer for when Stigg cannot be asked and nothing is known.
     *
     * @param answer the answer
     * @return the changed query
     */
    public NumericQuery withFallback(FixedAnswer answer) {
        return new NumericQuery(scope, featureId, Optional.of(answer));
    }
}
