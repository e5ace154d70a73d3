package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a customer pays with by default, as far as Stigg knows it. Immutable.
 *
 * @param type what kind of thing
 * @param last4Digits its last four digits
 * @param expirationMonth the month in which it expires, from 1
 * @param expirationYear the year in which it expires
 */
public record PaymentMethod(
        @ApiName("defaultPaymentMethodType") Optional<PaymentMethodType> type,
        @ApiName("defaultPaymentMethodLast4Digits") Optional<String> last4Digits,
        @ApiName("defaultPaymentExpirationMonth") OptionalInt expirationMonth,
        @ApiName("defaultPaymentExpirationYear") OptionalInt expirationYear) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PaymentMethod {
        requireNonNull(type, "type");
        requireNonNull(last4Digits, "last4Digits");
        requireNonNull(expirationMonth, "expirationMonth");
        requireNonNull(expirationYear, "expirationYear");
    }
}
