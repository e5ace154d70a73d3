package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.ResetPeriod;

/**
 * Credits that a plan grants again and again; what is left of them is lost with the period. Immutable.
 *
 * @param currencyId the currency's id
 * @param amount how many credits a period
 * @param cadence the length of a period, counted from the subscription's start
 * @param hasSoftLimit whether more may be consumed
 */
public record CreditAllowance(String currencyId, double amount, ResetPeriod.Unit cadence, boolean hasSoftLimit) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditAllowance {
        requireNonNull(currencyId, "currencyId");
        requireNonNull(cadence, "cadence");
    }

    /**
     * Grants credits every month.
     *
     * @param currencyId the currency's id
     * @param amount how many
     * @return the allowance
     */
    public static CreditAllowance monthly(String currencyId, double amount) {
        return new CreditAllowance(currencyId, amount, ResetPeriod.Unit.MONTH, false);
    }

    /**
     * Lets more be consumed than is granted.
     *
     * @return the changed allowance
     */
    public CreditAllowance soft() {
        return new CreditAllowance(currencyId, amount, cadence, true);
    }
}
