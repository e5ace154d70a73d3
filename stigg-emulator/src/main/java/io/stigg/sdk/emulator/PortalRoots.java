package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.SubscribedAddon;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionPrice;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Answers the root of the page on which customers look after their subscriptions. */
final class PortalRoots {
    private static final Set<Subscription.Status> SHOWN =
            Set.of(Subscription.Status.ACTIVE, Subscription.Status.IN_TRIAL, Subscription.Status.PAYMENT_PENDING);

    private final StiggBackend backend;
    private final ApiTransport transport;

    PortalRoots(StiggBackend backend, ApiTransport transport) {
        this.backend = backend;
        this.transport = transport;
    }

    Map<String, DataFetcher<?>> queries() {
        return Map.of(
                "customerPortal", environment -> portal(new Input(requireNonNull(environment.getArgument("input")))));
    }

    private CompletionStage<Map<String, Object>> portal(Input input) {
        String customerId = input.text("customerId");
        CustomerDetails customer = backend.customerDetails(customerId)
                .orElseThrow(() -> Refusal.of(ErrorCode.CUSTOMER_NOT_FOUND, "Customer not found: " + customerId));
        return transport
                .send(new GetEntitlementsState(input.scope(), Freshness.LATEST))
                .thenApply(entitlements -> portal(input, customer, entitlements));
    }

    private Map<String, Object> portal(Input input, CustomerDetails customer, EntitlementSnapshot entitlements) {
        List<SubscriptionDetails> subscriptions = customer.subscriptions().stream()
                .filter(known -> SHOWN.contains(known.subscription().status()))
                .filter(known -> known.subscription().resourceId().equals(input.optionalId("resourceId")))
                .filter(known -> input.optionalId("productId")
                        .map(productId -> productId.equals(productOf(known)))
                        .orElse(true))
                .toList();
        return new Fields()
                .with(
                        "subscriptions",
                        subscriptions.stream().map(this::subscription).toList())
                .with("entitlements", EntitlementJson.older(entitlements))
                .with("entitlementsV2", EntitlementJson.newer(entitlements))
                .with(
                        "promotionalEntitlements",
                        customer.promotionalEntitlements().stream()
                                .filter(PromotionalEntitlement::isVisible)
                                .map(promotion -> promotion(customer, promotion))
                                .toList())
                .with("billingInformation", billing(customer))
                .with("showWatermark", false)
                .with("canUpgradeSubscription", subscriptions.stream().anyMatch(this::hasAlternative))
                .with(
                        "resource",
                        input.optionalId("resourceId")
                                .map(id -> new Fields().with("resourceId", id).toMap()))
                .toMap();
    }

    private String productOf(SubscriptionDetails known) {
        return backend.catalog()
                .plan(known.subscription().planId())
                .map(Plan::productId)
                .orElse("");
    }

    /** Tells whether another plan of the product is sold and shown. */
    private boolean hasAlternative(SubscriptionDetails known) {
        return backend.catalog().plans().stream()
                .anyMatch(plan -> plan.productId().equals(productOf(known))
                        && !plan.id().equals(known.subscription().planId()));
    }

    private Map<String, Object> subscription(SubscriptionDetails known) {
        Subscription subscription = known.subscription();
        Optional<ActiveSubscription> active = backend.activeSubscription(subscription.id());
        return new Fields()
                .with("subscriptionId", subscription.id())
                .with("planId", known.plan().id())
                .with("planName", known.plan().displayName())
                .with("pricingType", subscription.pricingType())
                .with("status", subscription.status())
                .with("addons", known.addons().stream().map(PortalRoots::addon).toList())
                .with(
                        "billingPeriodRange",
                        active.map(running -> new Fields()
                                .with("start", running.currentBillingPeriodStart())
                                .with("end", running.currentBillingPeriodEnd())
                                .toMap()))
                .with(
                        "prices",
                        subscription.prices().stream().map(PortalRoots::price).toList())
                .with("pricing", pricing(subscription))
                .with("totalPrice", subscription.totalPrice())
                .with("trialRemainingDays", subscription.trialEndDate().map(this::daysUntil))
                .with("scheduledUpdates", known.scheduledUpdates())
                .with(
                        "previewNextInvoice",
                        transport
                                .send(new PreviewNextInvoice(subscription.id()))
                                // A subscription that is not billed has no next invoice.
                                .exceptionally(refusal -> null))
                .toMap();
    }

    private long daysUntil(Instant end) {
        return Math.max(0, Duration.between(backend.now(), end).toDays());
    }

    private static Map<String, Object> addon(SubscribedAddon subscribed) {
        return new Fields()
                .with("addonId", subscribed.addon().id())
                .with("displayName", subscribed.addon().displayName())
                .with("description", subscribed.addon().description())
                .with("quantity", (int) subscribed.quantity())
                .toMap();
    }

    private static Map<String, Object> price(SubscriptionPrice priced) {
        Fields fields = new Fields().with("billingModel", priced.billingModel());
        priced.price().ifPresent(price -> describe(fields, price));
        return fields.toMap();
    }

    private static void describe(Fields fields, Price price) {
        for (String name : List.of("billingPeriod", "blockSize", "creditRate", "feature", "price")) {
            Object value = RecordFields.member(price, name);
            if (value != null) {
                fields.with(name, value);
            }
        }
    }

    /** The price of the plan itself, which is the first, beside what is used of it. */
    private static Map<String, Object> pricing(Subscription subscription) {
        Fields fields = new Fields().with("pricingType", subscription.pricingType());
        subscription.prices().stream()
                .findFirst()
                .ifPresent(first -> price(first).forEach(fields::with));
        return fields.toMap();
    }

    private Map<String, Object> promotion(CustomerDetails customer, PromotionalEntitlement promotion) {
        String customerId = customer.customer().id();
        return new Fields()
                .with("displayName", promotion.feature().displayName())
                .with(
                        "startDate",
                        backend.promotionStart(customerId, promotion.feature().id()))
                .with("endDate", promotion.endDate())
                .with("period", promotion.endDate().isPresent() ? "CUSTOM" : "LIFETIME")
                .with("hasSoftLimit", promotion.hasSoftLimit())
                .with("hasUnlimitedUsage", promotion.hasUnlimitedUsage())
                .with("usageLimit", limit(promotion))
                .toMap();
    }

    private static Optional<Double> limit(PromotionalEntitlement promotion) {
        return promotion.usageLimit().isPresent()
                ? Optional.of(promotion.usageLimit().getAsDouble())
                : Optional.empty();
    }

    private static Map<String, Object> billing(CustomerDetails customer) {
        Fields fields = new Fields()
                .with("email", customer.customer().email())
                .with("name", customer.customer().name());
        for (String name : List.of(
                "defaultPaymentMethodType",
                "defaultPaymentMethodLast4Digits",
                "defaultPaymentExpirationMonth",
                "defaultPaymentExpirationYear")) {
            Object value = RecordFields.member(customer, name);
            if (value != null) {
                fields.with(name, value);
            }
        }
        return fields.toMap();
    }
}
