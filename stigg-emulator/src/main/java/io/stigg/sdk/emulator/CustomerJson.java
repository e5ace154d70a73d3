package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;
import java.util.UUID;

/** Writes customers in the words of Stigg's schema. */
final class CustomerJson {
    private final StiggBackend backend;

    CustomerJson(StiggBackend backend) {
        this.backend = backend;
    }

    Map<String, Object> provisioned(ProvisionedCustomer outcome) {
        return new Fields()
                .with("customer", customer(outcome.customer()))
                .with("subscriptionDecisionStrategy", outcome.decision().name())
                .with("subscription", outcome.subscription().map(new SubscriptionJson(backend)::subscription))
                .with("entitlements", outcome.entitlements().map(EntitlementJson::older))
                .with("entitlementsV2", outcome.entitlements().map(EntitlementJson::newer))
                .toMap();
    }

    Map<String, Object> customer(Customer customer) {
        return new Fields()
                .with("id", internalId("customer", customer.id()))
                .with("customerId", customer.id())
                .with("refId", customer.id())
                .with("name", customer.name())
                .with("email", customer.email())
                .with("billingId", customer.billingId())
                .with("createdAt", customer.createdAt())
                .with("updatedAt", customer.updatedAt())
                .with("additionalMetaData", FeatureJson.metadata(customer.metadata()))
                .with("hasPaymentMethod", false)
                .with("hasActiveSubscription", isSubscribed(customer.id()))
                .toMap();
    }

    /** The id that Stigg gives to everything beside the one that people use: here always the same for the same thing. */
    static UUID internalId(String kind, String id) {
        return UUID.nameUUIDFromBytes((kind + ":" + id).getBytes(UTF_8));
    }

    private boolean isSubscribed(String customerId) {
        return backend.subscriptions(customerId).stream()
                .anyMatch(subscription ->
                        subscription.status() == Status.ACTIVE || subscription.status() == Status.IN_TRIAL);
    }
}
