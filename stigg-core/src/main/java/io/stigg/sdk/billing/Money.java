package io.stigg.sdk.billing;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import java.math.BigDecimal;

/**
 * An amount of money in whole units of its currency: 19.99 is nineteen dollars and 99 cents. Immutable.
 *
 * @param amount how much, in whole units
 * @param currency the currency's code by ISO 4217, such as {@code USD}
 */
public record Money(BigDecimal amount, String currency) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public Money {
        requireNonNull(amount, "amount");
        Arguments.text(currency, "currency");
    }

    /**
     * Makes an amount.
     *
     * @param amount how much, in whole units, such as {@code 19.99}
     * @param currency the currency's code by ISO 4217
     * @return the amount
     * @throws NumberFormatException if the amount is no number
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
