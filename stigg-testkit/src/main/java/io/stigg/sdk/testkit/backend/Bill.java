package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.subscription.InvoiceLineType;
import io.stigg.sdk.testkit.catalog.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a selection is charged for one billing period, without taxes: fees, units, add-ons, at least the minimum, less the
 * discount. What is paid for after it was used is added by {@link Spending}.
 *
 * @param items what is charged for
 * @param discount what is taken off
 */
record Bill(List<BilledItem> items, Optional<Discount> discount) {
    private static final String DOLLARS = "USD";

    /** Returns what is paid in advance. */
    static Bill of(Selection selection, BillingPeriod period) {
        SelectedPrices prices = new SelectedPrices(selection, period);
        List<BilledItem> items = new ArrayList<>();
        prices.ofPlan().forEach(price -> item(selection, price).ifPresent(items::add));
        selection.addons().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .forEach(entry -> prices.of(entry.getKey()).stream()
                        .filter(price -> isInAdvance(price.billingModel()))
                        .forEach(price -> items.add(BilledItem.of(
                                        InvoiceLineType.ADDON_CHARGE,
                                        entry.getKey().displayName(),
                                        price,
                                        1)
                                .times(entry.getValue()))));
        return new Bill(items, Optional.empty()).lifted(prices.minimum());
    }

    private static boolean isInAdvance(BillingModel model) {
        return model == BillingModel.FLAT_FEE || model == BillingModel.PER_UNIT;
    }

    private static Optional<BilledItem> item(Selection selection, Price price) {
        return switch (price.billingModel()) {
            case FLAT_FEE ->
                Optional.of(BilledItem.of(
                        InvoiceLineType.BASE_CHARGE, selection.plan().displayName(), price, 1));
            case PER_UNIT ->
                price.feature()
                        .map(feature -> BilledItem.of(
                                InvoiceLineType.IN_ADVANCE_COMMITMENT_CHARGE,
                                feature.displayName(),
                                price,
                                units(selection, price, feature.id())));
            case USAGE_BASED, CREDIT_BASED, MINIMUM_SPEND, UNKNOWN -> Optional.empty();
        };
    }

    /** Nobody who does not say how many gets less than the fewest, or one. */
    private static double units(Selection selection, Price price, String featureId) {
        Double bought = selection.request().quantities().get(featureId);
        return bought == null
                ? price.minUnitQuantity().orElse(1)
                : Math.max(bought, price.minUnitQuantity().orElse(0));
    }

    /** Returns what a plan costs at least for a month, by which plans are compared. */
    static BigDecimal startingPrice(Plan plan) {
        return plan.prices().stream()
                .filter(price -> price.billingCountryCode().isEmpty() && isInAdvance(price.billingModel()))
                .filter(price -> price.billingPeriod() == BillingPeriod.MONTHLY
                        || plan.prices().stream().noneMatch(other -> other.billingPeriod() == BillingPeriod.MONTHLY))
                .map(price -> PriceAmounts.of(
                                price,
                                price.billingModel() == BillingModel.FLAT_FEE
                                        ? 1
                                        : price.minUnitQuantity().orElse(1))
                        .amount()
                        .divide(
                                BigDecimal.valueOf(price.billingPeriod() == BillingPeriod.ANNUALLY ? 12 : 1),
                                2,
                                RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With more items, what was used for instance. */
    Bill and(List<BilledItem> more) {
        return new Bill(Stream.concat(items.stream(), more.stream()).toList(), discount);
    }

    /** Without what is paid but once. */
    Bill recurring() {
        return new Bill(items.stream().filter(item -> !item.isOnce()).toList(), discount);
    }

    Bill discounted(Optional<Discount> off) {
        return new Bill(items, off);
    }

    /** At least so much. */
    private Bill lifted(Optional<Price> minimum) {
        return minimum.map(price -> {
                    BigDecimal missing = PriceAmounts.of(price, 1)
                            .amount()
                            .subtract(recurring().subTotal().amount());
                    return missing.signum() <= 0
                            ? this
                            : and(List.of(new BilledItem(
                                    InvoiceLineType.MINIMUM_SPEND_ADJUSTMENT_CHARGE,
                                    "Minimum spend",
                                    price,
                                    1,
                                    money(missing))));
                })
                .orElse(this);
    }

    /** Without the discount. */
    Money subTotal() {
        return sum(items.stream());
    }

    Money off() {
        return discount.map(each -> each.of(subTotal())).orElse(nothing());
    }

    Money total() {
        return money(subTotal().amount().subtract(off().amount()));
    }

    /** What items of one kind come to. */
    Money of(InvoiceLineType type) {
        return sum(items.stream().filter(item -> item.type() == type));
    }

    private Money sum(Stream<BilledItem> some) {
        return money(some.map(item -> item.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A share of the total, rounded to the cent. */
    Money share(double part) {
        return money(total().amount().multiply(BigDecimal.valueOf(part)).setScale(2, RoundingMode.HALF_UP));
    }

    Money nothing() {
        return money(BigDecimal.ZERO);
    }

    Money money(BigDecimal amount) {
        String currency = items.isEmpty() ? DOLLARS : items.get(0).amount().currency();
        return new Money(amount, currency);
    }
}
