package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of an invoice. Immutable.
 *
 * @param text what it is for
 * @param amount what it comes to
 * @param unitPrice what a unit costs
 * @param periodStart from when it is charged
 * @param periodEnd until when it is charged
 * @param price the price that it follows from
 * @param lines what it is made up of, such as its tiers
 */
public record InvoiceLine(
        @ApiName("") InvoiceLineText text,
        Money amount,
        Optional<Money> unitPrice,
        @ApiName("period.start") Instant periodStart,
        @ApiName("period.end") Instant periodEnd,
        Optional<Price> price,
        List<InvoiceLineText> lines) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public InvoiceLine {
        requireNonNull(text, "text");
        requireNonNull(amount, "amount");
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(periodStart, "periodStart");
        requireNonNull(periodEnd, "periodEnd");
        requireNonNull(price, "price");
        lines = List.copyOf(lines);
    }
}
