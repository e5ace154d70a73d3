package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * An agreed price of the plan is changed. Immutable.
 *
 * @param planId the plan's id
 * @param featureId the feature's id, where it is a price for a feature
 */
@ApiName("PlanPriceOverrideChangeVariables")
public record PlanPriceOverrideChange(@ApiName("planRefId") String planId, Optional<String> featureId)
        implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PlanPriceOverrideChange {
        requireNonNull(planId, "planId");
        requireNonNull(featureId, "featureId");
    }
}
