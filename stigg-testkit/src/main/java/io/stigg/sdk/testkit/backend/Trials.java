package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.DefaultTrialConfig;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.catalog.TrialBudget;
import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.catalog.TrialPeriodUnits;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.testkit.catalog.Plan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a subscription begins with a trial: if somebody says so, or the plan has one by default and the customer has
 * neither tried the product before nor paid for it. Whoever may not try starts as if there was no trial. Changes nothing.
 */
final class Trials {
    private Trials() {}

    /**
     * Returns the trial that a new subscription begins with.
     *
     * @throws io.stigg.sdk.error.StiggApiException if there is to be one that cannot be
     */
    static Optional<Trial> of(
            Selection selection, CustomerRecord customer, boolean skips, Instant start, Refusals refusals) {
        Plan plan = selection.plan();
        Optional<TrialOverride> override = selection.request().trialOverrideConfiguration();
        if (override.isPresent()) {
            return override.filter(TrialOverride::isTrial).map(asked -> trial(asked, plan, start, refusals));
        }
        return usual(plan, start).filter(any -> !skips && isEligible(customer, plan.productId()));
    }

    /** Returns the trial that a plan has by default. */
    static Optional<Trial> usual(Plan plan, Instant start) {
        return plan.trial().map(config -> trial(config, start));
    }

    /** Tells whether a customer may try a product without anybody's say. */
    static boolean isEligible(CustomerRecord customer, String productId) {
        return customer.subscriptions().stream()
                .filter(subscription -> subscription.productId().equals(productId))
                .noneMatch(subscription -> subscription.wasInTrial() || subscription.hasBeenPaid());
    }

    private static Trial trial(TrialOverride asked, Plan plan, Instant start, Refusals refusals) {
        if (plan.pricingType() == PricingType.FREE) {
            throw refusals.because(ErrorCode.BAD_USER_INPUT, plan.id() + " is free: there is nothing to try");
        }
        Optional<Trial> usual = usual(plan, start);
        Instant end = asked.trialEndDate()
                .or(() -> usual.map(Trial::end))
                .orElseThrow(() -> refusals.because(
                        ErrorCode.BAD_USER_INPUT, "trialEndDate is needed: " + plan.id() + " has no trial of its own"));
        if (!end.isAfter(start)) {
            throw refusals.because(ErrorCode.BAD_USER_INPUT, "trialEndDate must be after the start, not " + end);
        }
        TrialEndBehavior behavior = asked.trialEndBehavior()
                .or(() -> usual.map(Trial::behavior))
                .orElse(TrialEndBehavior.CANCEL_SUBSCRIPTION);
        return new Trial(end, behavior, usual.map(Trial::budget).orElse(OptionalDouble.empty()));
    }

    private static Trial trial(DefaultTrialConfig config, Instant start) {
        return new Trial(
                end(config, start.atOffset(ZoneOffset.UTC)),
                config.trialEndBehavior().orElse(TrialEndBehavior.CANCEL_SUBSCRIPTION),
                config.budget().map(TrialBudget::limit).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private static Instant end(DefaultTrialConfig config, OffsetDateTime start) {
        long length = Math.round(config.duration());
        return (config.units() == TrialPeriodUnits.MONTH ? start.plusMonths(length) : start.plusDays(length))
                .toInstant();
    }
}
