package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.catalog.TrialEndBehavior;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a subscription begins with a trial, whatever the plan says. Immutable.
 *
 * @param isTrial whether it does; if not, it is paid from its start
 * @param trialEndDate when the trial ends, empty for as long as the plan says
 * @param trialEndBehavior what becomes of it then, empty for what the plan says
 */
public record TrialOverride(
        boolean isTrial, Optional<Instant> trialEndDate, Optional<TrialEndBehavior> trialEndBehavior) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public TrialOverride {
        requireNonNull(trialEndDate, "trialEndDate");
        Arguments.known(trialEndBehavior, "trialEndBehavior");
        if (!isTrial && (trialEndDate.isPresent() || trialEndBehavior.isPresent())) {
            throw new IllegalArgumentException("trialEndDate and trialEndBehavior make no sense without a trial");
        }
    }

    /**
     * Begins with a trial, as long as the plan says.
     *
     * @return the override
     */
    public static TrialOverride trial() {
        return new TrialOverride(true, Optional.empty(), Optional.empty());
    }

    /**
     * Begins with a trial that ends at an instant.
     *
     * @param instant when it ends
     * @return the override
     */
    public static TrialOverride trialUntil(Instant instant) {
        return new TrialOverride(true, Optional.of(instant), Optional.empty());
    }

    /**
     * Begins without a trial.
     *
     * @return the override
     */
    public static TrialOverride noTrial() {
        return new TrialOverride(false, Optional.empty(), Optional.empty());
    }

    /**
     * Sets what becomes of the subscription when the trial ends.
     *
     * @param behavior what becomes of it
     * @return the changed override
     * @throws IllegalArgumentException if there is no trial, or the behaviour is not known
     */
    public TrialOverride then(TrialEndBehavior behavior) {
        return new TrialOverride(isTrial, trialEndDate, Optional.of(behavior));
    }
}
