package io.stigg.sdk.emulator;

import graphql.schema.DataFetcher;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.Map;

/**
 * All that answers the roots of the schema, by their names. Immutable, as long as its maps are left alone.
 *
 * @param queries answer queries
 * @param mutations answer mutations
 * @param subscriptions answer subscriptions
 */
record Roots(
        Map<String, DataFetcher<?>> queries,
        Map<String, DataFetcher<?>> mutations,
        Map<String, DataFetcher<?>> subscriptions) {
    static Roots of(StiggBackend backend, ApiTransport transport) {
        return new Roots(
                new QueryRoots(backend, transport).fetchers(),
                new MutationRoots(backend, transport).fetchers(),
                new SubscriptionRoots(new OlderUpdateJson(backend::entitlement)).fetchers());
    }
}
