package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.SubscribedPlan;
import io.stigg.sdk.subscription.SubscribedPrice;
import io.stigg.sdk.subscription.SubscribedProduct;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionPrice;
import io.stigg.sdk.subscription.SubscriptionSummary;
import io.stigg.sdk.subscription.TotalPrice;
import java.time.Instant;
import java.util.Optional;

/** What lists tell of subscriptions. Not thread-safe; guarded by the environment. */
final class SubscriptionSummaries {
    private final World world;
    private final SubscriptionViews views;

    SubscriptionSummaries(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
    }

    SubscriptionSummary summary(SubscriptionRecord record, Instant now) {
        SubscriptionDetails details = views.details(record, now);
        Subscription subscription = details.subscription();
        return new SubscriptionSummary(
                subscription.id(),
                subscription.customerId(),
                details.payingCustomerId(),
                subscription.resourceId(),
                subscription.planId(),
                details.plan().displayName(),
                subscription.status(),
                subscription.pricingType(),
                subscription.addons(),
                subscription.startDate(),
                subscription.currentBillingPeriodEnd(),
                subscription.trialEndDate(),
                details.trialEndBehavior());
    }

    ActiveSubscription active(SubscriptionRecord record, Instant now) {
        SubscriptionDetails details = views.details(record, now);
        Subscription subscription = details.subscription();
        Optional<UsagePeriod> billed = new BillingPeriods(record).current(now);
        Optional<TotalPrice> price = subscription.totalPrice();
        return new ActiveSubscription(
                subscription.id(),
                subscription.customerId(),
                Optional.ofNullable(world.customers().get(subscription.customerId()))
                        .flatMap(customer -> customer.details().email()),
                details.payingCustomerId(),
                subscription.resourceId(),
                plan(details.plan()),
                subscription.status(),
                subscription.pricingType(),
                subscription.addons(),
                subscription.startDate(),
                subscription.endDate(),
                subscription.effectiveEndDate(),
                subscription.cancellationDate(),
                subscription.trialEndDate(),
                details.trialEndBehavior(),
                new BillingPeriods(record).length(),
                billed.flatMap(UsagePeriod::start),
                billed.flatMap(UsagePeriod::end),
                subscription.prices().stream().map(SubscriptionSummaries::price).toList(),
                price.map(TotalPrice::subTotal),
                price.map(TotalPrice::total),
                price.map(TotalPrice::addonsTotal),
                subscription.metadata());
    }

    private static SubscribedPlan plan(io.stigg.sdk.catalog.Plan plan) {
        SubscribedProduct product = new SubscribedProduct(
                plan.product().id(),
                plan.product().displayName(),
                plan.product().downgradePlan().map(fallback -> fallback.id()),
                plan.product().downgradePlan().map(fallback -> fallback.displayName()));
        return new SubscribedPlan(plan.id(), plan.displayName(), plan.description(), Optional.of(product));
    }

    private static SubscribedPrice price(SubscriptionPrice price) {
        return new SubscribedPrice(
                price.billingModel(),
                price.price().map(Price::billingPeriod),
                price.price().flatMap(Price::price));
    }
}
