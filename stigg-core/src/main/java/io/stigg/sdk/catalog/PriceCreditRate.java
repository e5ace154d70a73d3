package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How many credits a unit costs. Immutable.
 *
 * @param amount credits for a unit
 * @param currencyId the currency's id
 * @param customCurrencyId the id of the custom currency, where it is one
 */
public record PriceCreditRate(double amount, String currencyId, Optional<String> customCurrencyId) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PriceCreditRate {
        requireNonNull(currencyId, "currencyId");
        requireNonNull(customCurrencyId, "customCurrencyId");
    }
}
