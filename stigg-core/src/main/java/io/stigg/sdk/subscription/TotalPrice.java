package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;

/**
 * What a subscription costs each billing period, as far as that is fixed. Immutable.
 *
 * @param subTotal before discounts
 * @param total after discounts
 * @param addonsTotal the part that is for add-ons
 */
public record TotalPrice(Money subTotal, Money total, Money addonsTotal) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public TotalPrice {
        requireNonNull(subTotal, "subTotal");
        requireNonNull(total, "total");
        requireNonNull(addonsTotal, "addonsTotal");
    }
}
