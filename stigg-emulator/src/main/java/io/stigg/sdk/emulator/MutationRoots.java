package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.promotion.PromotionalEntitlement;
import io.stigg.sdk.promotion.RevokePromotionalEntitlement;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers the roots of mutations. A list of what the emulator can be told. */
final class MutationRoots {
    private final StiggBackend backend;
    private final ApiTransport transport;

    MutationRoots(StiggBackend backend, ApiTransport transport) {
        this.backend = backend;
        this.transport = transport;
    }

    Map<String, DataFetcher<?>> fetchers() {
        return Map.of(
                "provisionCustomer", environment -> provisionCustomer(input(environment)),
                "provisionSubscription", environment -> provisionSubscription(input(environment)),
                "provisionSubscriptionV2", environment -> provisionSubscription(input(environment)),
                "applySubscription", environment -> applySubscription(input(environment)),
                "revokePromotionalEntitlement", environment -> revokePromotion(input(environment)));
    }

    private CompletionStage<Map<String, Object>> provisionCustomer(Input input) {
        return transport
                .send(RequestReader.read(ProvisionCustomer.class, input.values()))
                .thenApply(MutationRoots::provisioned);
    }

    private static Map<String, Object> provisioned(ProvisionedCustomer outcome) {
        return new Fields()
                .with("customer", outcome.customer())
                .with("subscriptionDecisionStrategy", outcome.decision().name())
                .with("subscription", outcome.subscription())
                .with("entitlements", outcome.entitlements().map(EntitlementJson::older))
                .with("entitlementsV2", outcome.entitlements().map(EntitlementJson::newer))
                .toMap();
    }

    private CompletionStage<Map<String, Object>> provisionSubscription(Input input) {
        return transport
                .send(RequestReader.read(ProvisionSubscription.class, input.values()))
                .thenApply(MutationRoots::provisioned);
    }

    private static Map<String, Object> provisioned(ProvisionedSubscription outcome) {
        if (outcome instanceof ProvisionedSubscription.PaymentRequired payment) {
            return new Fields()
                    .with("status", "PAYMENT_REQUIRED")
                    .with("checkoutUrl", payment.checkoutUrl())
                    .with("checkoutBillingId", payment.checkoutBillingId())
                    .toMap();
        }
        return new Fields()
                .with("status", "SUCCESS")
                .with("subscription", ((ProvisionedSubscription.Created) outcome).subscription())
                .with("entitlements", outcome.entitlements().map(EntitlementJson::older))
                .with("entitlementsV2", outcome.entitlements().map(EntitlementJson::newer))
                .toMap();
    }

    private CompletionStage<Map<String, Object>> applySubscription(Input input) {
        return transport
                .send(RequestReader.read(ApplySubscription.class, input.values()))
                .thenApply(MutationRoots::applied);
    }

    private static Map<String, Object> applied(AppliedSubscription outcome) {
        return new Fields()
                .with("subscription", outcome.subscription())
                .with("entitlements", outcome.entitlements().map(EntitlementJson::older))
                .with("entitlementsV2", outcome.entitlements().map(EntitlementJson::newer))
                .toMap();
    }

    /** Tells what it was that is no more, of which the answer itself holds but the id. */
    private CompletionStage<Object> revokePromotion(Input input) {
        RevokePromotionalEntitlement request = RequestReader.read(RevokePromotionalEntitlement.class, input.values());
        Optional<PromotionalEntitlement> granted = backend.customerDetails(request.customerId()).stream()
                .flatMap(customer -> customer.promotionalEntitlements().stream())
                .filter(entitlement -> entitlement.feature().id().equals(request.featureId()))
                .findFirst();
        return transport
                .send(request)
                .thenApply(revoked -> granted.<Object>map(known -> known).orElse(revoked));
    }

    private static Input input(DataFetchingEnvironment environment) {
        return new Input(requireNonNull(environment.getArgument("input")));
    }
}
