package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * A price that was agreed, in a scheduled update. Immutable.
 *
 * @param planId the plan's id, where it is a price of the plan
 * @param addonId the add-on's id, where it is a price of an add-on
 * @param featureId the feature's id, where it is a price for a feature
 */
public record ScheduledPriceOverride(
        @ApiName("planRefId") Optional<String> planId,
        @ApiName("addonRefId") Optional<String> addonId,
        Optional<String> featureId) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ScheduledPriceOverride {
        requireNonNull(planId, "planId");
        requireNonNull(addonId, "addonId");
        requireNonNull(featureId, "featureId");
    }
}
