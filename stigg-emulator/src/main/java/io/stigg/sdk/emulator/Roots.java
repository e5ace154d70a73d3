package io.stigg.sdk.emulator;

import graphql.schema.DataFetcher;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that answers the roots of the schema, by their names. Immutable, as long as its maps are left alone.
 *
 * @param queries answer queries
 * @param mutations answer mutations
 * @param subscriptions answer subscriptions
 * @param details knows what the answers do not hold
 */
record Roots(
        Map<String, DataFetcher<?>> queries,
        Map<String, DataFetcher<?>> mutations,
        Map<String, DataFetcher<?>> subscriptions,
        Details details) {
    static Roots of(StiggBackend backend, ApiTransport transport) {
        return new Roots(
                with(
                        Root.Kind.QUERY,
                        backend,
                        transport,
                        List.of(
                                new QueryRoots(backend, transport).fetchers(),
                                new PortalRoots(backend, transport).queries(),
                                new SubscriptionQueryRoot(transport).queries(),
                                new WidgetRoots(backend).queries())),
                with(
                        Root.Kind.MUTATION,
                        backend,
                        transport,
                        List.of(
                                new MutationRoots(backend, transport).fetchers(),
                                new CouponRoots(backend).mutations(),
                                new WidgetRoots(backend).mutations())),
                new SubscriptionRoots(new OlderUpdateJson(backend::entitlement)).fetchers(),
                new Details(backend));
    }

    private static Map<String, DataFetcher<?>> with(
            Root.Kind kind, StiggBackend backend, ApiTransport transport, List<Map<String, DataFetcher<?>>> special) {
        Map<String, DataFetcher<?>> all = new HashMap<>();
        special.forEach(all::putAll);
        Stream.of(
                        CustomerRoots.all(),
                        SubscribingRoots.all(),
                        CatalogRoots.all(),
                        PromotionRoots.all(),
                        CreditRoots.all(),
                        UsageRoots.all(backend::now))
                .flatMap(roots -> roots)
                .filter(root -> root.kind() == kind)
                .forEach(root -> all.put(root.name(), root.fetcher(transport)));
        return all;
    }
}
