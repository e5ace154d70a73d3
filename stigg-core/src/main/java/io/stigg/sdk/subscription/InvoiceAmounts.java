package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import java.util.Optional;

/**
 * What an invoice of a preview comes to. Immutable.
 *
 * @param subTotal before discounts and taxes
 * @param discount what is taken off
 * @param discountDetails the discount that takes it off
 * @param totalExcludingTax after discounts and before taxes
 * @param tax the taxes
 * @param taxDetails the tax that they are of
 * @param total after discounts and taxes
 */
public record InvoiceAmounts(
        Money subTotal,
        Optional<Money> discount,
        Optional<PreviewDiscount> discountDetails,
        Money totalExcludingTax,
        Optional<Money> tax,
        Optional<PreviewTax> taxDetails,
        Money total) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public InvoiceAmounts {
        requireNonNull(subTotal, "subTotal");
        requireNonNull(discount, "discount");
        requireNonNull(discountDetails, "discountDetails");
        requireNonNull(totalExcludingTax, "totalExcludingTax");
        requireNonNull(tax, "tax");
        requireNonNull(taxDetails, "taxDetails");
        requireNonNull(total, "total");
    }
}
