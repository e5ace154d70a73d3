package io.stigg.sdk.emulator;

import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.Product;
import java.util.List;
import java.util.Map;

/** Writes subscriptions in the words of Stigg's schema. */
final class SubscriptionJson {
    private final StiggBackend backend;

    SubscriptionJson(StiggBackend backend) {
        this.backend = backend;
    }

    Map<String, Object> provisioned(ProvisionedSubscription outcome) {
        return new Fields()
                .with("status", outcome.status().name())
                .with("checkoutUrl", outcome.checkoutUrl())
                .with("subscription", outcome.subscription().map(this::subscription))
                .with("entitlements", outcome.entitlements().map(EntitlementJson::older))
                .with("entitlementsV2", outcome.entitlements().map(EntitlementJson::newer))
                .toMap();
    }

    Map<String, Object> subscription(Subscription subscription) {
        return new Fields()
                .with("id", CustomerJson.internalId("subscription", subscription.id()))
                .with("subscriptionId", subscription.id())
                .with("refId", subscription.id())
                .with("status", subscription.status().name())
                .with("pricingType", subscription.pricingType().name())
                .with("customer", backend.customer(subscription.customerId()).map(new CustomerJson(backend)::customer))
                .with("resource", subscription.resourceId().map(id -> Map.of("resourceId", id)))
                .with("plan", backend.catalog().plan(subscription.planId()).map(this::plan))
                .with("addons", addons(subscription.addons()))
                .with("startDate", subscription.startDate())
                .with("endDate", subscription.endDate())
                .with("effectiveEndDate", subscription.cancellationDate().or(subscription::endDate))
                .with("trialEndDate", subscription.trialEndDate())
                .with("cancellationDate", subscription.cancellationDate())
                .with("currentBillingPeriodEnd", subscription.currentBillingPeriodEnd())
                .with("additionalMetaData", FeatureJson.metadata(subscription.metadata()))
                .with("paymentCollection", "NOT_REQUIRED")
                .with("futureUpdates", List.of())
                .toMap();
    }

    private List<Map<String, Object>> addons(Map<String, Integer> quantities) {
        return quantities.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Fields()
                        .with("id", CustomerJson.internalId("subscription-addon", entry.getKey()))
                        .with("quantity", entry.getValue().doubleValue())
                        .with("addon", backend.catalog().addon(entry.getKey()).map(SubscriptionJson::addon))
                        .toMap())
                .toList();
    }

    private static Map<String, Object> addon(Addon addon) {
        return new Fields()
                .with("id", CustomerJson.internalId("addon", addon.id()))
                .with("refId", addon.id())
                .with("displayName", addon.displayName())
                .toMap();
    }

    private Map<String, Object> plan(Plan plan) {
        return new Fields()
                .with("id", CustomerJson.internalId("plan", plan.id()))
                .with("refId", plan.id())
                .with("displayName", plan.displayName())
                .with("pricingType", plan.pricingType().name())
                .with("versionNumber", 1)
                .with("product", product(backend.catalog().product(plan)))
                .toMap();
    }

    private static Map<String, Object> product(Product product) {
        return new Fields()
                .with("refId", product.id())
                .with("displayName", product.displayName())
                .with("productSettings", Map.of())
                .toMap();
    }
}
