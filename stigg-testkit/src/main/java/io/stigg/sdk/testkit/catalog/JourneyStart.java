package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a new customer begins with a product. Immutable.
 *
 * @param kind how
 * @param planId the plan that it begins with, whatever was asked for; empty where it chooses by itself
 */
public record JourneyStart(Kind kind, Optional<String> planId) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if a plan is missing, or there is one where it has no meaning
     */
    public JourneyStart {
        requireNonNull(kind, "kind");
        if (planId.isPresent() == (kind == Kind.PLAN_SELECTION)) {
            throw new IllegalArgumentException("planId goes with FREE_PLAN and TRIAL_PERIOD, and with neither else");
        }
    }

    /** The ways to begin. */
    public enum Kind {
        /** With the plan that is asked for; with none, if none is. */
        PLAN_SELECTION,
        /** With a free plan. */
        FREE_PLAN,
        /** With a trial of a plan. */
        TRIAL_PERIOD
    }
}
