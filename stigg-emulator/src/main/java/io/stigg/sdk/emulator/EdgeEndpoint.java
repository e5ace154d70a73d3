package io.stigg.sdk.emulator;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The edge: the answers of two GraphQL documents, each at an address of its own, so that both forms always agree. */
final class EdgeEndpoint implements Endpoint {
    private static final GraphqlRequest CONFIGURATION =
            GraphqlRequest.of(Resources.text("edge-sdk-configuration.graphql"), Map.of());
    private static final String ENTITLEMENTS_STATE = Resources.text("edge-entitlements-state.graphql");

    private final GraphqlExecution execution;

    EdgeEndpoint(GraphqlExecution execution) {
        this.execution = execution;
    }

    @Override
    public CompletionStage<Reply> answer(Call call) {
        EdgePath path = EdgePath.of(call).orElseThrow();
        if (path instanceof EdgePath.EntitlementsState state) {
            return execution.execute(GraphqlRequest.of(ENTITLEMENTS_STATE, Map.of("query", query(state))));
        }
        return execution.execute(CONFIGURATION);
    }

    private static Map<String, Object> query(EdgePath.EntitlementsState state) {
        return new Fields()
                .with("customerId", state.customerId())
                .with("resourceId", state.resourceId())
                .toMap();
    }
}
