package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import java.time.DayOfWeek;
import java.util.function.UnaryOperator;

/**
 * The words for how a plan or an add-on grants usage and credits:
 * {@code meters("feature-api-calls", 10_000, softLimit(), everyMonth())}. Immutable.
 */
public final class Term {
    private final UnaryOperator<Grant> ofUsage;
    private final UnaryOperator<CreditAllowance> ofCredits;

    private Term(UnaryOperator<Grant> ofUsage, UnaryOperator<CreditAllowance> ofCredits) {
        this.ofUsage = ofUsage;
        this.ofCredits = ofCredits;
    }

    /**
     * More may be used, or consumed, than is granted.
     *
     * @return the term
     */
    public static Term softLimit() {
        return new Term(Grant::soft, CreditAllowance::soft);
    }

    /**
     * What an add-on grants takes the place of what the plan grants, and is not added to it. Of several that do so the
     * largest counts.
     *
     * @return the term
     */
    public static Term overriding() {
        return new Term(Grant::overriding, CreditAllowance::overriding);
    }

    /**
     * Usage starts again from 0 every hour. Not for credits.
     *
     * @return the term
     */
    public static Term everyHour() {
        return every(ResetPeriod.of(Unit.HOUR));
    }

    /**
     * Usage starts again from 0 every day, at the time of the subscription's start. Not for credits.
     *
     * @return the term
     */
    public static Term everyDay() {
        return every(ResetPeriod.of(Unit.DAY));
    }

    /**
     * Usage starts again from 0 every week, counted from the subscription's start. Not for credits.
     *
     * @return the term
     */
    public static Term everyWeek() {
        return every(ResetPeriod.of(Unit.WEEK));
    }

    /**
     * Usage starts again from 0 every week, on one day at midnight UTC. Not for credits.
     *
     * @param day the day
     * @return the term
     */
    public static Term every(DayOfWeek day) {
        return every(new ResetPeriod(Unit.WEEK, Alignment.valueOf("EVERY_" + day)));
    }

    /**
     * Usage starts again from 0, or credits are granted, every month, counted from the subscription's start.
     *
     * @return the term
     */
    public static Term everyMonth() {
        return every(ResetPeriod.of(Unit.MONTH));
    }

    /**
     * Usage starts again from 0 on the first day of every month at midnight UTC. Not for credits.
     *
     * @return the term
     */
    public static Term everyCalendarMonth() {
        return every(new ResetPeriod(Unit.MONTH, Alignment.START_OF_THE_MONTH));
    }

    /**
     * Usage starts again from 0, or credits are granted, every year, counted from the subscription's start.
     *
     * @return the term
     */
    public static Term everyYear() {
        return every(ResetPeriod.of(Unit.YEAR));
    }

    static Term every(ResetPeriod period) {
        return new Term(grant -> grant.resetting(period), credits -> credits.every(period));
    }

    /**
     * The credits are granted for each unit of a feature's limit, for each seat for instance. Not for usage.
     *
     * @param featureId the feature
     * @return the term
     */
    public static Term forEach(String featureId) {
        requireNonNull(featureId, "featureId");
        return new Term(
                grant -> {
                    throw new IllegalArgumentException(
                            grant.featureId() + " cannot be granted for each unit of " + featureId + ", credits can");
                },
                credits -> credits.perUnitOf(featureId));
    }

    static Grant apply(Grant grant, Term... terms) {
        Grant changed = grant;
        for (Term term : terms) {
            changed = term.ofUsage.apply(changed);
        }
        return changed;
    }

    static CreditAllowance apply(CreditAllowance allowance, Term... terms) {
        CreditAllowance changed = allowance;
        for (Term term : terms) {
            changed = term.ofCredits.apply(changed);
        }
        return changed;
    }
}
