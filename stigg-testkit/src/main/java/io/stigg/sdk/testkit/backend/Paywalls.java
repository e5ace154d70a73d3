package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import io.stigg.sdk.paywall.PaywallCurrency;
import io.stigg.sdk.paywall.PaywallPricePoint;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.testkit.catalog.Plan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts pricing pages together. Not thread-safe; guarded by the environment. */
final class Paywalls {
    private static final PaywallCurrency DOLLARS = new PaywallCurrency("USD", "$");

    private final World world;
    private final SubscriptionViews subscriptions;

    Paywalls(World world) {
        this.world = world;
        this.subscriptions = new SubscriptionViews(world);
    }

    void serve(Operations operations) {
        operations.read(GetPaywall.class, this::paywall);
    }

    private Paywall paywall(GetPaywall request, Moment moment) {
        Refusals refusals = new Refusals("GetPaywall");
        check(request, refusals);
        Optional<CustomerRecord> customer = request.customerId().map(id -> world.existing(id, refusals));
        LocalPrices local = LocalPrices.of(request);
        CatalogViews catalog = new CatalogViews(world.versions(), local::of);
        List<Plan> plans = world.catalog().plans().stream()
                .filter(world.versions()::isSold)
                .filter(plan ->
                        request.productId().map(plan.productId()::equals).orElse(true))
                .filter(plan -> request.includeHiddenPlans() || isShown(plan, request))
                .toList();
        return new Paywall(
                plans.stream().map(catalog::plan).toList(),
                Optional.empty(),
                customer.map(CustomerRecord::details),
                customer.flatMap(known -> request.resourceId()),
                customer.map(known -> active(known, request.resourceId(), moment))
                        .orElse(List.of()),
                DOLLARS,
                plans.stream()
                        .flatMap(plan -> pricePoints(plan, local.of(plan.prices())))
                        .toList());
    }

    private void check(GetPaywall request, Refusals refusals) {
        if (request.offerId().isPresent()) {
            throw refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "The in-memory Stigg has no offers: offerId");
        }
        request.productId().filter(id -> world.catalog().product(id).isEmpty()).ifPresent(id -> {
            throw refusals.because(ErrorCode.PRODUCT_NOT_FOUND_ERROR, "Product not found: " + id);
        });
    }

    private static boolean isShown(Plan plan, GetPaywall request) {
        return !plan.offer().hiddenFrom().contains(request.context().orElse(WidgetType.PAYWALL));
    }

    /** What gives a resource access are its own subscriptions and those of the customer as a whole. */
    private List<SubscriptionDetails> active(CustomerRecord customer, Optional<String> resourceId, Moment moment) {
        return customer.subscriptions().stream()
                .filter(SubscriptionRecord::isLive)
                .filter(subscription -> subscription.resourceId().isEmpty()
                        || subscription.resourceId().equals(resourceId))
                .map(subscription -> subscriptions.details(subscription, moment.now()))
                .toList();
    }

    private static Stream<PaywallPricePoint> pricePoints(Plan plan, List<Price> prices) {
        Map<Shown, BigDecimal> amounts = new LinkedHashMap<>();
        for (Price price : prices) {
            if (price.billingModel() == BillingModel.FLAT_FEE && price.price().isPresent()) {
                Money money = price.price().get();
                amounts.merge(
                        new Shown(price.billingPeriod(), price.billingCountryCode(), money.currency()),
                        money.amount(),
                        BigDecimal::add);
            }
        }
        return amounts.entrySet().stream().map(amount -> amount.getKey().priced(plan, amount.getValue(), prices));
    }

    /** What a pricing page can be switched to. */
    private record Shown(BillingPeriod period, Optional<String> country, String currency) {
        PaywallPricePoint priced(Plan plan, BigDecimal amount, List<Price> prices) {
            return new PaywallPricePoint(
                    plan.id(),
                    period,
                    new Money(amount, currency),
                    country,
                    Optional.empty(),
                    prices.stream()
                            .anyMatch(price ->
                                    price.billingPeriod() == period && price.billingModel() != BillingModel.FLAT_FEE));
        }
    }
}
