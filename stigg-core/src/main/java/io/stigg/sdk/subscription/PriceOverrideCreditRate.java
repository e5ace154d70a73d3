package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * How many credits a unit costs, in a price that was agreed. Immutable.
 *
 * @param amount credits for a unit
 * @param currencyId the currency's id
 * @param customCurrencyId the id of the custom currency, where it is one
 * @param costFormula how the credits are worked out of a report, where that is a formula
 */
public record PriceOverrideCreditRate(
        double amount, String currencyId, Optional<String> customCurrencyId, Optional<String> costFormula) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PriceOverrideCreditRate {
        Arguments.amount(amount, "amount");
        Arguments.text(currencyId, "currencyId");
        Arguments.text(customCurrencyId, "customCurrencyId");
        Arguments.text(costFormula, "costFormula");
    }
}
