package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerStatistics;
import io.stigg.sdk.customer.PaymentMethod;
import io.stigg.sdk.customer.SubscriptionCount;
import io.stigg.sdk.customer.TrialEligibility;
import io.stigg.sdk.customer.TrialedPlan;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is told of customers. Not thread-safe; guarded by the environment. */
final class CustomerViews {
    private final World world;
    private final SubscriptionViews subscriptions;

    CustomerViews(World world) {
        this.world = world;
        this.subscriptions = new SubscriptionViews(world);
    }

    CustomerDetails details(CustomerRecord customer, Instant now) {
        return new CustomerDetails(
                customer.details(),
                customer.paymentMethodId().isPresent(),
                // Of a payment method the billing system knows more, of which there is none.
                new PaymentMethod(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty()),
                customer.subscriptions().stream().anyMatch(SubscriptionRecord::isLive),
                customer.subscriptions().stream()
                        .map(subscription -> subscriptions.details(subscription, now))
                        .toList(),
                new PromotionViews(world.catalog()).all(customer.promotions().values(), now),
                customer.couponId().flatMap(world.catalog()::coupon),
                Optional.empty(),
                customer.subscriptions().stream()
                        .filter(SubscriptionRecord::wasInTrial)
                        .map(tried -> new TrialedPlan(
                                Optional.of(tried.selection().plan().id()), Optional.of(tried.productId())))
                        .distinct()
                        .toList(),
                world.catalog().products().stream()
                        .map(product -> new TrialEligibility(
                                Optional.of(product.id()), Trials.isEligible(customer, product.id())))
                        .toList());
    }

    CustomerStatistics statistics(CustomerRecord customer) {
        Map<PricingType, Integer> counts = new EnumMap<>(PricingType.class);
        customer.subscriptions().stream()
                .filter(SubscriptionRecord::isLive)
                .forEach(subscription ->
                        counts.merge(subscription.selection().plan().pricingType(), 1, Integer::sum));
        return new CustomerStatistics(counts.entrySet().stream()
                .map(entry -> new SubscriptionCount(entry.getKey(), entry.getValue()))
                .toList());
    }
}
