package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.subscription.InvoiceLineType;
import java.math.BigDecimal;

/**
 * One thing that a subscription is charged for in advance each billing period.
 *
 * @param type what kind of thing it is
 * @param description what it is, for people
 * @param price what it follows from
 * @param unitPrice what one of them costs
 * @param quantity how many of them
 */
record BilledItem(InvoiceLineType type, String description, Price price, Money unitPrice, int quantity) {
    Money amount() {
        return new Money(unitPrice.amount().multiply(BigDecimal.valueOf(quantity)), unitPrice.currency());
    }

    String costDescription() {
        return quantity + " x " + unitPrice.amount().toPlainString() + " " + unitPrice.currency();
    }
}
