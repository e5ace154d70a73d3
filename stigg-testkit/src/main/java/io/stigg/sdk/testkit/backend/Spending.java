package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.subscription.InvoiceLineType;
import io.stigg.sdk.subscription.SubscriptionBudget;
import io.stigg.sdk.testkit.Explanation.Part;
import io.stigg.sdk.testkit.catalog.Grant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription has cost by usage in its current billing period, and whether that is more than it may. Changes nothing.
 *
 * @param customer whose subscription
 * @param subscription the subscription
 * @param now when
 */
record Spending(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
    /** Returns what was used and is paid for, in this billing period up to now. */
    List<BilledItem> items() {
        SelectedPrices prices = prices();
        List<BilledItem> items = new ArrayList<>();
        for (Price price : prices.ofPlan()) {
            if (price.billingModel() == BillingModel.USAGE_BASED) {
                price.feature()
                        .ifPresent(feature -> items.add(BilledItem.of(
                                InvoiceLineType.PAY_AS_YOU_GO_CHARGE, feature.displayName(), price, used(feature))));
            }
        }
        for (Price price : prices.overages()) {
            price.feature()
                    .ifPresent(feature -> items.add(BilledItem.of(
                            InvoiceLineType.OVERAGE_CHARGE,
                            feature.displayName(),
                            price,
                            Math.max(0, used(feature) - limit(feature)))));
        }
        return items;
    }

    private SelectedPrices prices() {
        BillingPeriod length = new BillingPeriods(subscription).length().orElse(BillingPeriod.MONTHLY);
        return new SelectedPrices(subscription.selection(), length);
    }

    private double used(Feature feature) {
        UsagePeriod period = feature.meterType() == MeterType.FLUCTUATING
                ? UsagePeriod.none()
                : new BillingPeriods(subscription).at(now);
        CustomerScope scope = new CustomerScope(customer.details().id(), subscription.resourceId());
        return TransformedUnits.billed(
                feature,
                customer.usage(scope, EntitlementRef.feature(feature.id()))
                        .usage(period, now)
                        .currentUsage());
    }

    private double limit(Feature feature) {
        return AgreedTerms.part(subscription.selection(), feature.id())
                .map(Part::grant)
                .map(Grant::limit)
                .map(limit -> limit.orElse(0))
                .orElse(0.0);
    }

    /** Tells whether usage of a feature is paid for. */
    boolean isPriced(String featureId) {
        SelectedPrices prices = prices();
        return prices.overages().stream().anyMatch(price -> isOf(price, featureId))
                || prices.ofPlan().stream()
                        .anyMatch(price -> price.billingModel() == BillingModel.USAGE_BASED && isOf(price, featureId));
    }

    private static boolean isOf(Price price, String featureId) {
        return price.feature().map(Feature::id).equals(Optional.of(featureId));
    }

    /** Tells whether there is a hard budget and it is used up. */
    boolean isOverBudget() {
        return hardBudget()
                .filter(limit -> spent().compareTo(BigDecimal.valueOf(limit)) >= 0)
                .isPresent();
    }

    private Optional<Double> hardBudget() {
        Optional<Trial> trial = subscription.trial();
        if (trial.isPresent() && trial.get().budget().isPresent()) {
            return Optional.of(trial.get().budget().getAsDouble());
        }
        return subscription
                .selection()
                .request()
                .budget()
                .filter(budget -> !budget.hasSoftLimit())
                .map(SubscriptionBudget::limit);
    }

    private BigDecimal spent() {
        return items().stream().map(item -> item.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
