package io.stigg.sdk.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The edge: the answers of a few GraphQL documents, each at an address of its own, so that both forms always agree. */
final class EdgeEndpoint implements Endpoint {
    private static final GraphqlRequest CONFIGURATION =
            GraphqlRequest.of(Resources.text("edge-sdk-configuration.graphql"), Map.of());
    private static final String ENTITLEMENTS_STATE = Resources.text("edge-entitlements-state.graphql");
    private static final String ENTITLEMENTS = Resources.text("edge-entitlements.graphql");
    private static final String PAYWALL = Resources.text("edge-paywall.graphql");

    private static final String ACTIVE_SUBSCRIPTIONS = Resources.text("edge-subscriptions.graphql");

    private final GraphqlExecution execution;

    EdgeEndpoint(GraphqlExecution execution) {
        this.execution = execution;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        EdgePath path = EdgePath.of(call).orElseThrow();
        if (path instanceof EdgePath.EntitlementsState state) {
            return execute(ENTITLEMENTS_STATE, state.customerId(), state.resourceId());
        }
        if (path instanceof EdgePath.Entitlements entitlements) {
            return execute(ENTITLEMENTS, entitlements.customerId(), entitlements.resourceId());
        }
        if (path instanceof EdgePath.ActiveSubscriptions subscriptions) {
            return execution.execute(
                    GraphqlRequest.of(ACTIVE_SUBSCRIPTIONS, Map.of("input", input(subscriptions))), Quota.UNLIMITED);
        }
        if (path instanceof EdgePath.Paywall paywall) {
            return execution.execute(GraphqlRequest.of(PAYWALL, Map.of("input", input(paywall))), Quota.UNLIMITED);
        }
        return execution.execute(CONFIGURATION, Quota.UNLIMITED);
    }

    private static Map<String, Object> input(EdgePath.ActiveSubscriptions subscriptions) {
        return new Fields()
                .with("customerId", subscriptions.customerId())
                .with("resourceId", subscriptions.resourceId())
                .with("resourceIds", subscriptions.resourceIds())
                .toMap();
    }

    private static Map<String, Object> input(EdgePath.Paywall paywall) {
        return new Fields()
                .with("productId", paywall.productId())
                .with("billingCountryCode", paywall.billingCountryCode())
                .with("fetchAllCountriesPrices", paywall.fetchAllCountriesPrices())
                .with("includeHiddenPlans", paywall.includeHiddenPlans())
                .toMap();
    }

    private CompletionStage<Reply> execute(String document, String customerId, Optional<String> resourceId) {
        Map<String, Object> query = new Fields()
                .with("customerId", customerId)
                .with("resourceId", resourceId)
                .toMap();
        return execution.execute(GraphqlRequest.of(document, Map.of("query", query)), Quota.UNLIMITED);
    }
}
