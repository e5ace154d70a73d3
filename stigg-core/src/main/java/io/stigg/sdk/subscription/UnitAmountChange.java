package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The quantity of a feature is changed. Immutable.
 *
 * @param featureId the feature's id
 * @param newUnitAmount how many units from then on
 */
@ApiName("UnitAmountChangeVariables")
public record UnitAmountChange(Optional<String> featureId, OptionalDouble newUnitAmount) implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UnitAmountChange {
        requireNonNull(featureId, "featureId");
        requireNonNull(newUnitAmount, "newUnitAmount");
    }
}
