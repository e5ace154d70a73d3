package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import java.util.Optional;

/**
 * What a subscription comes to in each billing period from the next on. Immutable.
 *
 * @param subTotal before discounts and taxes
 * @param discountAmount what is taken off
 * @param discount the discount that takes it off
 * @param totalExcludingTax after discounts and before taxes
 * @param tax the taxes
 * @param taxDetails the tax that they are of
 * @param total after discounts and taxes
 */
public record RecurringPreview(
        Money subTotal,
        Optional<Money> discountAmount,
        Optional<PreviewDiscount> discount,
        Money totalExcludingTax,
        Money tax,
        Optional<PreviewTax> taxDetails,
        Money total) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public RecurringPreview {
        requireNonNull(subTotal, "subTotal");
        requireNonNull(discountAmount, "discountAmount");
        requireNonNull(discount, "discount");
        requireNonNull(totalExcludingTax, "totalExcludingTax");
        requireNonNull(tax, "tax");
        requireNonNull(taxDetails, "taxDetails");
        requireNonNull(total, "total");
    }
}
