package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A product: what plans and add-ons belong to. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param isPerResource whether each resource of a customer has a subscription of its own, and not the customer just one
 * @param journey how customers come, move and leave
 */
public record Product(String id, String displayName, boolean isPerResource, Journey journey) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Product {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(journey, "journey");
    }
}
