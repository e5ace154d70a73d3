package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next invoice of a subscription, as it stands. Immutable.
 *
 * @param amounts what it comes to
 * @param subTotalExcludingTax before discounts and taxes
 * @param amountDue what is to be paid
 * @param minimumSpendAdjustment what is added to come to the least that is to be paid
 * @param credits the customer's credit that it uses up
 * @param lastUpdatedAt when it was worked out
 * @param lines its lines
 */
public record InvoicePreview(
        @ApiName("") InvoiceAmounts amounts,
        Money subTotalExcludingTax,
        Money amountDue,
        Money minimumSpendAdjustment,
        Optional<PreviewCredits> credits,
        Instant lastUpdatedAt,
        List<InvoiceLine> lines) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public InvoicePreview {
        requireNonNull(amounts, "amounts");
        requireNonNull(subTotalExcludingTax, "subTotalExcludingTax");
        requireNonNull(amountDue, "amountDue");
        requireNonNull(minimumSpendAdjustment, "minimumSpendAdjustment");
        requireNonNull(credits, "credits");
        requireNonNull(lastUpdatedAt, "lastUpdatedAt");
        lines = List.copyOf(lines);
    }
}
