package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

/**
 * A quantity of a feature, in a scheduled update. Immutable.
 *
 * @param featureId the feature's id
 * @param quantity how many units
 */
public record ScheduledQuantity(String featureId, double quantity) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ScheduledQuantity {
        requireNonNull(featureId, "featureId");
    }
}
