package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * A plan that a customer has tried. Immutable.
 *
 * @param planId the plan's id
 * @param productId the product's id
 */
public record TrialedPlan(
        @ApiName("planRefId") Optional<String> planId,
        @ApiName("productRefId") Optional<String> productId) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public TrialedPlan {
        requireNonNull(planId, "planId");
        requireNonNull(productId, "productId");
    }
}
