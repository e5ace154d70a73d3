package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

/**
 * The currency of a pricing page. Immutable.
 *
 * @param code its code by ISO 4217, such as {@code USD}
 * @param symbol how it is written, such as {@code $}
 */
public record PaywallCurrency(String code, String symbol) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PaywallCurrency {
        requireNonNull(code, "code");
        requireNonNull(symbol, "symbol");
    }
}
