package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

/**
 * What a feature costs in credits. Immutable.
 *
 * @param amount credits for one unit of the feature
 * @param currencyId the currency of the credits
 */
public record CreditRate(double amount, String currencyId) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if {@code currencyId} is null
     */
    public CreditRate {
        requireNonNull(currencyId, "currencyId");
    }
}
