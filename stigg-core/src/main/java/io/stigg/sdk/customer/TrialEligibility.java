package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * Whether a customer may begin a trial of a product. Immutable.
 *
 * @param productId the product's id
 * @param eligible whether it may
 */
public record TrialEligibility(@ApiName("productRefId") Optional<String> productId, boolean eligible) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public TrialEligibility {
        requireNonNull(productId, "productId");
    }
}
