package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.catalog.DefaultTrialConfig;
import io.stigg.sdk.catalog.TrialBudget;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.catalog.TrialPeriodUnits;
import java.util.Optional;

/** The words for the trial of a plan, {@code days(14).thenCancelled()} for instance. Immutable. */
public final class Trial {
    private final DefaultTrialConfig config;

    private Trial(DefaultTrialConfig config) {
        this.config = config;
    }

    /**
     * A trial of some days.
     *
     * @param days how many
     * @return the trial
     * @throws IllegalArgumentException if there is none
     */
    public static Trial days(int days) {
        return of(days, TrialPeriodUnits.DAY);
    }

    /**
     * A trial of some months.
     *
     * @param months how many
     * @return the trial
     * @throws IllegalArgumentException if there is none
     */
    public static Trial months(int months) {
        return of(months, TrialPeriodUnits.MONTH);
    }

    private static Trial of(int duration, TrialPeriodUnits units) {
        if (duration < 1) {
            throw new IllegalArgumentException("a trial takes 1 " + units + " or more, not " + duration);
        }
        return new Trial(new DefaultTrialConfig(duration, units, Optional.empty(), Optional.empty()));
    }

    /**
     * Lets the subscription be cancelled when the trial ends.
     *
     * @return the changed trial
     */
    public Trial thenCancelled() {
        return ending(TrialEndBehavior.CANCEL_SUBSCRIPTION);
    }

    /**
     * Lets the subscription go on, and be paid, when the trial ends.
     *
     * @return the changed trial
     */
    public Trial thenPaid() {
        return ending(TrialEndBehavior.CONVERT_TO_PAID);
    }

    private Trial ending(TrialEndBehavior behavior) {
        return new Trial(
                new DefaultTrialConfig(config.duration(), config.units(), config.budget(), Optional.of(behavior)));
    }

    /**
     * Bounds what may be spent during the trial.
     *
     * @param budget how much, in whole units of the currency of the prices
     * @return the changed trial
     */
    public Trial spendingAtMost(double budget) {
        return new Trial(new DefaultTrialConfig(
                config.duration(),
                config.units(),
                Optional.of(new TrialBudget(Arguments.amount(budget, "budget"))),
                config.trialEndBehavior()));
    }

    DefaultTrialConfig config() {
        return config;
    }
}
