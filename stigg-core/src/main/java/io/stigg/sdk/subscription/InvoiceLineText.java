package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a line of an invoice is for, and how it is worked out, in words and quantities. Immutable.
 *
 * @param type what kind of line it is
 * @param description what it is for
 * @param costDescription how its amount is worked out
 * @param quantity how many units it is for
 * @param proration whether it is for a part of a period
 * @param usageLimit how many units are included
 * @param hasSoftLimit whether use may go on beyond them, empty where it does not matter
 */
public record InvoiceLineText(
        InvoiceLineType type,
        String description,
        String costDescription,
        OptionalInt quantity,
        boolean proration,
        OptionalDouble usageLimit,
        Optional<Boolean> hasSoftLimit) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public InvoiceLineText {
        requireNonNull(type, "type");
        requireNonNull(description, "description");
        requireNonNull(costDescription, "costDescription");
        requireNonNull(quantity, "quantity");
        requireNonNull(usageLimit, "usageLimit");
        requireNonNull(hasSoftLimit, "hasSoftLimit");
    }
}
