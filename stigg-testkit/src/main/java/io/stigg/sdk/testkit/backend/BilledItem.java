package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingCadence;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.subscription.InvoiceLineType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing that a subscription is charged for in a billing period.
 *
 * @param type what kind of thing it is
 * @param description what it is, for people
 * @param price what it follows from
 * @param quantity how many units
 * @param amount what they cost together
 */
record BilledItem(InvoiceLineType type, String description, Price price, int quantity, Money amount) {
    static BilledItem of(InvoiceLineType type, String description, Price price, double units) {
        return new BilledItem(type, description, price, (int) Math.ceil(units), PriceAmounts.of(price, units));
    }

    /** So many of it, as of an add-on. */
    BilledItem times(int times) {
        return new BilledItem(
                type,
                description,
                price,
                quantity * times,
                new Money(amount.amount().multiply(BigDecimal.valueOf(times)), amount.currency()));
    }

    boolean isOnce() {
        return price.billingCadence().equals(Optional.of(BillingCadence.ONE_OFF));
    }

    String costDescription() {
        return price.price()
                .map(unit -> quantity + " x " + unit.amount().toPlainString() + " " + unit.currency())
                .orElse(quantity + " in tiers");
    }
}
