package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.entitlement.ResetPeriod;
import java.util.Optional;

/**
 * Credits that a plan or an add-on grants again and again; what is left of them is lost with the period. Immutable.
 *
 * @param currencyId the currency's id
 * @param amount how many credits a period
 * @param cadence the length of a period, counted from the subscription's start
 * @param hasSoftLimit whether more may be consumed
 * @param perUnitOf the feature whose limit multiplies the amount, seats for instance; empty for none
 * @param overrides whether an add-on replaces what the plan grants, instead of adding to it; of several that do, the largest
 *     counts
 */
public record CreditAllowance(
        String currencyId,
        double amount,
        ResetPeriod.Unit cadence,
        boolean hasSoftLimit,
        Optional<String> perUnitOf,
        boolean overrides) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     * @throws IllegalArgumentException if the cadence is neither a month nor a year
     */
    public CreditAllowance {
        requireNonNull(currencyId, "currencyId");
        requireNonNull(perUnitOf, "perUnitOf");
        if (cadence != ResetPeriod.Unit.MONTH && cadence != ResetPeriod.Unit.YEAR) {
            throw new IllegalArgumentException(
                    currencyId + " must be granted every month or year, not every " + cadence);
        }
    }

    /** Grants credits every month, and no more. */
    static CreditAllowance of(String currencyId, double amount) {
        return new CreditAllowance(
                currencyId, Arguments.amount(amount, "amount"), ResetPeriod.Unit.MONTH, false, Optional.empty(), false);
    }

    CreditAllowance every(ResetPeriod period) {
        if (period.accordingTo() != ResetPeriod.Alignment.SUBSCRIPTION_START) {
            throw new IllegalArgumentException(currencyId + " cannot be granted by the calendar, but from the start");
        }
        return new CreditAllowance(currencyId, amount, period.unit(), hasSoftLimit, perUnitOf, overrides);
    }

    CreditAllowance soft() {
        return new CreditAllowance(currencyId, amount, cadence, true, perUnitOf, overrides);
    }

    CreditAllowance perUnitOf(String featureId) {
        return new CreditAllowance(currencyId, amount, cadence, hasSoftLimit, Optional.of(featureId), overrides);
    }

    CreditAllowance overriding() {
        return new CreditAllowance(currencyId, amount, cadence, hasSoftLimit, perUnitOf, true);
    }

    /**
     * Changes how many credits there are.
     *
     * @param credits how many credits a period
     * @return the changed allowance
     */
    public CreditAllowance withAmount(double credits) {
        return new CreditAllowance(currencyId, credits, cadence, hasSoftLimit, perUnitOf, overrides);
    }
}
