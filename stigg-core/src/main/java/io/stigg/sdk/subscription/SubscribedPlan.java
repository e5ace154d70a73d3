package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * A subscribed plan, in short. Immutable.
 *
 * @param id its id
 * @param displayName its name
 * @param description what it is
 * @param product the product that it belongs to
 */
public record SubscribedPlan(
        @ApiName("planId") String id,
        String displayName,
        Optional<String> description,
        Optional<SubscribedProduct> product) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscribedPlan {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(description, "description");
        requireNonNull(product, "product");
    }
}
