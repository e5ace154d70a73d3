package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The question about a feature of whatever type: the answer is of the kind that the feature has. Immutable.
 *
 * @param scope whose entitlement
 * @param featureId the feature's id
 * @param fallback the answer if Stigg cannot be asked and nothing is known; wins over the configured one
 * @param requestedUsage how much more is wanted of a metered feature, 0 if nothing
 * @param requestedValues the values that an enum feature must allow
 */
public record FeatureQuery(
        CustomerScope scope,
        String featureId,
        Optional<FixedAnswer> fallback,
        double requestedUsage,
        List<String> requestedValues)
        implements EntitlementQuery {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank or a number is negative
     */
    public FeatureQuery {
        requireNonNull(scope, "scope");
        Ids.requireId(featureId, "featureId");
        requireNonNull(fallback, "fallback");
        Amounts.requireAmount(requestedUsage, "requestedUsage");
        requestedValues = List.copyOf(requestedValues);
    }

    /**
     * Asks at the level of the customer, with nothing requested.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return the query
     * @throws IllegalArgumentException if an id is blank
     */
    public static FeatureQuery of(String customerId, String featureId) {
        return new FeatureQuery(CustomerScope.of(customerId), featureId, Optional.empty(), 0, List.of());
    }

    /**
     * Asks at the level of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed query
     * @throws IllegalArgumentException if the id is blank
     */
    public FeatureQuery forResource(String resourceId) {
        return new FeatureQuery(scope.resource(resourceId), featureId, fallback, requestedUsage, requestedValues);
    }

    /**
     * Sets the answer for when Stigg cannot be asked and nothing is known.
     *
     * @param answer the answer
     * @return the changed query
     */
    public FeatureQuery withFallback(FixedAnswer answer) {
        return new FeatureQuery(scope, featureId, Optional.of(answer), requestedUsage, requestedValues);
    }

    /**
     * Asks for that much on top of the current usage, if the feature is metered.
     *
     * @param usage how much, 0 or more, in the feature's own units
     * @return the changed query
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public FeatureQuery requesting(double usage) {
        return new FeatureQuery(scope, featureId, fallback, usage, requestedValues);
    }

    /**
     * Asks whether all of these values are allowed, if the feature is an enum.
     *
     * @param values the values
     * @return the changed query
     */
    public FeatureQuery requesting(String... values) {
        return new FeatureQuery(scope, featureId, fallback, requestedUsage, List.of(values));
    }
}
