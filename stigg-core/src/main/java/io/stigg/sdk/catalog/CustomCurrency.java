package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A currency of credits, as prices and balances name it. Immutable.
 *
 * @param currencyId its id
 * @param displayName its name
 * @param symbol its symbol
 * @param units what its units are called
 */
public record CustomCurrency(String currencyId, String displayName, Optional<String> symbol, Optional<Units> units) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CustomCurrency {
        requireNonNull(currencyId, "currencyId");
        requireNonNull(displayName, "displayName");
        requireNonNull(symbol, "symbol");
        requireNonNull(units, "units");
    }
}
