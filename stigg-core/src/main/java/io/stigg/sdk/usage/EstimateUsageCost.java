package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.argument.Dimensions;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates what usage would cost in credits, without reporting it. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param featureId the feature's id
 * @param value how much usage, in the feature's units
 * @param updateBehavior whether the value would be added or replace what is counted
 * @param dimensions more about it: texts, numbers and booleans
 */
public record EstimateUsageCost(
        String customerId,
        Optional<String> resourceId,
        String featureId,
        double value,
        UpdateBehavior updateBehavior,
        Map<String, Object> dimensions)
        implements UsageRequest<CreditCostEstimation> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public EstimateUsageCost {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(featureId, "featureId");
        requireNonNull(updateBehavior, "updateBehavior");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, not " + value);
        }
        dimensions = Dimensions.copyOf(dimensions);
    }

    /**
     * Asks for the cost of usage of the customer itself, added to what is counted already.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @param value how much usage, in the feature's units
     * @return the request
     * @throws IllegalArgumentException if an id is blank or the value is not finite
     */
    public static EstimateUsageCost of(String customerId, String featureId, double value) {
        return new EstimateUsageCost(customerId, Optional.empty(), featureId, value, UpdateBehavior.DELTA, Map.of());
    }

    /**
     * Asks for the cost to a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public EstimateUsageCost forResource(String id) {
        return new EstimateUsageCost(customerId, Optional.of(id), featureId, value, updateBehavior, dimensions);
    }

    /**
     * Makes the value replace what is counted already instead of being added.
     *
     * @return the changed request
     */
    public EstimateUsageCost replacing() {
        return new EstimateUsageCost(customerId, resourceId, featureId, value, UpdateBehavior.SET, dimensions);
    }

    /**
     * Adds a dimension.
     *
     * @param name its name
     * @param dimension text, a number or a boolean
     * @return the changed request
     * @throws IllegalArgumentException if it is something else
     */
    public EstimateUsageCost withDimension(String name, Object dimension) {
        return new EstimateUsageCost(
                customerId, resourceId, featureId, value, updateBehavior, Dimensions.with(dimensions, name, dimension));
    }
}
