package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The question for the allowed values of a feature. Immutable.
 *
 * @param scope whose entitlement
 * @param featureId the feature's id
 * @param fallback the answer if Stigg cannot be asked and nothing is known; wins over the configured one
 * @param requestedValues the values that must be allowed
 */
public record EnumQuery(
        CustomerScope scope, String featureId, Optional<FixedAnswer> fallback, List<String> requestedValues)
        implements EntitlementQuery {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if an id is blank
     */
    public EnumQuery {
        requireNonNull(scope, "scope");
        Ids.requireId(featureId, "featureId");
        requireNonNull(fallback, "fallback");
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
    public static EnumQuery of(String customerId, String featureId) {
        return new EnumQuery(CustomerScope.of(customerId), featureId, Optional.empty(), List.of());
    }

    /**
     * Asks at the level of a resource of the customer.
     *
     * @param resourceId the resource's id
     * @return the changed query
     * @throws IllegalArgumentException if the id is blank
     */
    public EnumQuery forResource(String resourceId) {
        return new EnumQuery(scope.resource(resourceId), featureId, fallback, requestedValues);
    }

    /**
     * Sets the answer for when Stigg cannot be asked and nothing is known.
     *
     * @param answer the answer
     * @return the changed query
     */
    public EnumQuery withFallback(FixedAnswer answer) {
        return new EnumQuery(scope, featureId, Optional.of(answer), requestedValues);
    }

    /**
     * Asks whether all of these values are allowed.
     *
     * @param values the values
     * @return the changed query
     */
    public EnumQuery requesting(String... values) {
        return new EnumQuery(scope, featureId, fallback, List.of(values));
    }
}
