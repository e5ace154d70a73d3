package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A product: what plans and add-ons belong to. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param isPerResource whether each resource of a customer has a subscription of its own, and not the customer just one
 */
public record Product(String id, String displayName, boolean isPerResource) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Product {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
    }

    /**
     * A product that a customer has one subscription to.
     *
     * @param id its id
     * @param displayName its name for people
     * @return the product
     */
    public static Product of(String id, String displayName) {
        return new Product(id, displayName, false);
    }

    /**
     * A product that each resource of a customer has a subscription to.
     *
     * @param id its id
     * @param displayName its name for people
     * @return the product
     */
    public static Product perResource(String id, String displayName) {
        return new Product(id, displayName, true);
    }
}
