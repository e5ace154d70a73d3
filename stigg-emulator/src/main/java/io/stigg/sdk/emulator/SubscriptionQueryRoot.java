package io.stigg.sdk.emulator;

import graphql.schema.DataFetcher;
import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.GetSubscriptions;
import io.stigg.sdk.subscription.SubscriptionSummary;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Answers the root that lists subscriptions. The backend knows filters by one member or several; what is put together of
 * filters by {@code and} and {@code or} is found out here, filter by filter.
 */
final class SubscriptionQueryRoot {
    private static final String FILTER = "filter";
    private static final String AND = "and";
    private static final String OR = "or";
    private static final int MOST_AT_ONCE = 100;

    private final ApiTransport transport;

    SubscriptionQueryRoot(ApiTransport transport) {
        this.transport = transport;
    }

    Map<String, DataFetcher<?>> queries() {
        return Map.of("subscriptions", environment -> list(environment.getArguments()));
    }

    private CompletionStage<Page<SubscriptionSummary>> list(Map<String, Object> arguments) {
        Optional<Input> filter = new Input(arguments).optionalObject(FILTER);
        if (filter.isEmpty() || !isPutTogether(filter.get())) {
            return transport.send(request(arguments));
        }
        return ids(filter.get()).thenCompose(ids -> transport.send(request(among(arguments, ids))));
    }

    private static boolean isPutTogether(Input filter) {
        return !filter.saying(Set.of(AND, OR)).isEmpty();
    }

    /** The same question about subscriptions of certain ids alone; without any, of an id that nothing has. */
    private static Map<String, Object> among(Map<String, Object> arguments, Set<String> ids) {
        List<String> asked = ids.isEmpty() ? List.of("none of all") : List.copyOf(ids);
        Map<String, Object> changed = new LinkedHashMap<>(arguments);
        changed.put(FILTER, Map.of("subscriptionId", Map.of("in", asked)));
        return changed;
    }

    private CompletionStage<Set<String>> ids(Input filter) {
        CompletionStage<Set<String>> ids = matching(filter);
        for (Input each : filter.objects(AND)) {
            ids = ids.thenCombine(ids(each), SubscriptionQueryRoot::both);
        }
        if (filter.objects(OR).isEmpty()) {
            return ids;
        }
        CompletionStage<Set<String>> any = CompletableFuture.completedFuture(Set.of());
        for (Input each : filter.objects(OR)) {
            any = any.thenCombine(ids(each), SubscriptionQueryRoot::either);
        }
        return ids.thenCombine(any, SubscriptionQueryRoot::both);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> either(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Finds those that match what a filter says itself. */
    private CompletionStage<Set<String>> matching(Input filter) {
        Map<String, Object> own = new LinkedHashMap<>(filter.values());
        own.remove(AND);
        own.remove(OR);
        GetSubscriptions first = request(Map.of(FILTER, own)).at(Paging.first(MOST_AT_ONCE));
        return transport.send(first).thenCompose(page -> rest(first, page, new LinkedHashSet<>()));
    }

    private CompletionStage<Set<String>> rest(
            GetSubscriptions request, Page<SubscriptionSummary> page, Set<String> soFar) {
        page.items().forEach(subscription -> soFar.add(subscription.id()));
        if (!page.hasNextPage()) {
            return CompletableFuture.completedFuture(soFar);
        }
        GetSubscriptions next =
                request.at(Paging.first(MOST_AT_ONCE).after(page.endCursor().orElseThrow()));
        return transport.send(next).thenCompose(following -> rest(next, following, soFar));
    }

    private static GetSubscriptions request(Map<String, Object> arguments) {
        Set<String> unknown = new Input(arguments)
                .optionalObject(FILTER)
                .map(filter -> filter.saying(Set.of("customer", "resource")))
                .orElse(Set.of());
        if (!unknown.isEmpty()) {
            throw Refusal.unsupported(String.join(", ", unknown));
        }
        return RequestReader.read(GetSubscriptions.class, arguments);
    }
}
