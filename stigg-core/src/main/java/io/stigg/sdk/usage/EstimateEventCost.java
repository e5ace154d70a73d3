package io.stigg.sdk.usage;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.argument.Dimensions;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates what an event would cost in credits, without reporting it. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param eventName the event's name
 * @param dimensions its dimensions: texts, numbers and booleans
 */
public record EstimateEventCost(
        String customerId, Optional<String> resourceId, String eventName, Map<String, Object> dimensions)
        implements UsageRequest<CreditCostEstimation> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public EstimateEventCost {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(eventName, "eventName");
        dimensions = Dimensions.copyOf(dimensions);
    }

    /**
     * Asks for the cost of an event of the customer itself.
     *
     * @param customerId the customer's id
     * @param eventName the event's name
     * @return the request
     * @throws IllegalArgumentException if one is blank
     */
    public static EstimateEventCost of(String customerId, String eventName) {
        return new EstimateEventCost(customerId, Optional.empty(), eventName, Map.of());
    }

    /**
     * Asks for the cost to a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public EstimateEventCost forResource(String id) {
        return new EstimateEventCost(customerId, Optional.of(id), eventName, dimensions);
    }

    /**
     * Adds a dimension.
     *
     * @param name its name
     * @param dimension text, a number or a boolean
     * @return the changed request
     * @throws IllegalArgumentException if it is something else
     */
    public EstimateEventCost withDimension(String name, Object dimension) {
        return new EstimateEventCost(customerId, resourceId, eventName, Dimensions.with(dimensions, name, dimension));
    }
}
