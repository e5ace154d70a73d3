package io.stigg.sdk.emulator;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Answers the roots of mutations. A list of what the emulator can be told. */
final class MutationRoots {
    private final ApiTransport transport;

    MutationRoots(ApiTransport transport) {
        this.transport = transport;
    }

    Map<String, DataFetcher<?>> fetchers() {
        return Map.of(
                "provisionCustomer", environment -> provisionCustomer(input(environment)),
                "provisionSubscription", environment -> provisionSubscription(input(environment)),
                "provisionSubscriptionV2", environment -> provisionSubscription(input(environment)),
                "applySubscription", environment -> applySubscription(input(environment)));
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
        if (!(outcome instanceof ProvisionedSubscription.Created created)) {
            throw new IllegalStateException("nobody has to pay here, but there is " + outcome);
        }
        return new Fields()
                .with("status", "SUCCESS")
                .with("subscription", created.subscription())
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

    private static Input input(DataFetchingEnvironment environment) {
        return new Input(requireNonNull(environment.getArgument("input")));
    }
}
