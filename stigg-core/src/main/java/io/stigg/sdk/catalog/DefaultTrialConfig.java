package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The trial that new subscriptions to a plan begin with. Immutable.
 *
 * @param duration how long it takes, in its units
 * @param units in what that is measured
 * @param budget what may be spent during it
 * @param trialEndBehavior what becomes of the subscription when it ends
 */
public record DefaultTrialConfig(
        double duration,
        TrialPeriodUnits units,
        Optional<TrialBudget> budget,
        Optional<TrialEndBehavior> trialEndBehavior) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public DefaultTrialConfig {
        requireNonNull(units, "units");
        requireNonNull(budget, "budget");
        requireNonNull(trialEndBehavior, "trialEndBehavior");
    }
}
