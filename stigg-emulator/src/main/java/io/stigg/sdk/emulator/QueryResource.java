package io.stigg.sdk.emulator;

import graphql.ExecutionResult;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Queries of GraphQL for whoever looks on: they are answered whatever is made to fail, count for no limit, and are no part of
 * what was received. It changes nothing.
 */
final class QueryResource implements ControlResource, AutoCloseable {
    private final ApiTransport transport;
    private final GraphqlExecution execution;

    QueryResource(StiggBackend backend) {
        transport = backend.connectAside();
        Roots all = Roots.of(backend, transport);
        execution = new GraphqlExecution(
                SchemaWiring::engine,
                new Roots(all.queries(), Map.of(), Map.of(), all.details()),
                new Recorder(Journal.none(), backend::now));
    }

    @Override
    public Map<String, Action> actions() {
        return Map.of("POST", this::query);
    }

    private Map<String, Object> query(ControlInput input) {
        ExecutionResult result = execution
                .result(GraphqlRequest.read(input.members()), Quota.UNLIMITED)
                .toCompletableFuture()
                .join();
        return new LinkedHashMap<>(GraphqlExecution.body(result));
    }

    @Override
    public void close() {
        transport.close();
    }
}
