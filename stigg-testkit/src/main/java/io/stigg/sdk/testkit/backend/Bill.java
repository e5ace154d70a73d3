package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.InvoiceLineType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a selection is charged in advance for one billing period: the plan's fee, units of features, and add-ons. There are
 * no taxes, discounts, tiers and prices of countries here, and what is paid for afterwards is no part of it.
 *
 * @param items what is charged for
 */
record Bill(List<BilledItem> items) {
    static Bill of(Selection selection, BillingPeriod period, Refusals refusals) {
        List<BilledItem> items = new ArrayList<>();
        for (Price price : charged(selection.plan().prices(), period)) {
            items.add(item(selection, price, refusals));
        }
        selection.addons().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .forEach(entry -> charged(entry.getKey().prices(), period)
                        .forEach(price -> items.add(new BilledItem(
                                InvoiceLineType.ADDON_CHARGE,
                                entry.getKey().displayName(),
                                price,
                                amount(price, refusals),
                                entry.getValue()))));
        return new Bill(items);
    }

    private static List<Price> charged(List<Price> prices, BillingPeriod period) {
        return prices.stream()
                .filter(price -> price.billingPeriod() == period)
                .filter(price -> price.billingCountryCode().isEmpty())
                .filter(price ->
                        price.billingModel() == BillingModel.FLAT_FEE || price.billingModel() == BillingModel.PER_UNIT)
                .toList();
    }

    private static BilledItem item(Selection selection, Price price, Refusals refusals) {
        return price.feature()
                .map(feature -> new BilledItem(
                        InvoiceLineType.IN_ADVANCE_COMMITMENT_CHARGE,
                        feature.displayName(),
                        price,
                        amount(price, refusals),
                        blocks(selection.request().quantities().getOrDefault(feature.id(), 0.0), price)))
                .orElseGet(() -> new BilledItem(
                        InvoiceLineType.BASE_CHARGE,
                        selection.plan().displayName(),
                        price,
                        amount(price, refusals),
                        1));
    }

    private static int blocks(double units, Price price) {
        return (int) Math.ceil(Math.max(units, price.minUnitQuantity().orElse(0))
                / price.blockSize().orElse(1));
    }

    private static Money amount(Price price, Refusals refusals) {
        return price.price()
                .orElseThrow(() ->
                        refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: prices with tiers"));
    }

    Money total() {
        return money(items.stream().map(item -> item.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A share of the total, rounded to the cent. */
    Money share(double part) {
        return money(total().amount().multiply(BigDecimal.valueOf(part)).setScale(2, RoundingMode.HALF_UP));
    }

    Money nothing() {
        return money(BigDecimal.ZERO);
    }

    Money money(BigDecimal amount) {
        String currency = items.isEmpty() ? "USD" : items.get(0).unitPrice().currency();
        return new Money(amount, currency);
    }
}
