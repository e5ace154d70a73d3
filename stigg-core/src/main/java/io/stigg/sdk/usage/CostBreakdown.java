package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * What one feature adds to an estimate. Immutable.
 *
 * @param featureId the feature's id
 * @param cost how many credits
 * @param warning why that may be wrong
 */
public record CostBreakdown(
        String featureId,
        double cost,
        @ApiName("warningCode") Optional<BreakdownWarning> warning) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CostBreakdown {
        requireNonNull(featureId, "featureId");
        requireNonNull(warning, "warning");
    }
}
