package io.stigg.sdk.emulator;

import graphql.schema.DataFetcher;
import io.stigg.sdk.Page;
import io.stigg.sdk.Paging;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.GetSubscriptions;
import io.stigg.sdk.subscription.SubscriptionSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Map<String, String> CUSTOMER_IDS = Map.of("customerId", "customerId", "refId", "customerId");
    private static final Map<String, String> RESOURCE_IDS = Map.of("resourceId", "resourceId");
    private static final int MOST_AT_ONCE = 100;

    private final ApiTransport transport;

    SubscriptionQueryRoot(ApiTransport transport) {
        this.transport = transport;
    }

    Map<String, DataFetcher<?>> queries() {
        return Map.of("subscriptions", environment -> list(environment.getArguments()));
    }

    private CompletionStage<Page<SubscriptionSummary>> list(Map<String, Object> arguments) {
        Optional<Input> filter = new Input(arguments).optionalObject(FILTER).map(SubscriptionQueryRoot::plain);
        if (filter.isEmpty() || !isPutTogether(filter.get())) {
            return transport.send(request(arguments));
        }
        return ids(filter.get()).thenCompose(ids -> transport.send(request(among(arguments, ids))));
    }

    /** Says of the subscription itself what a filter says of its customer and its resource, all the way down. */
    private static Input plain(Input filter) {
        List<Input> all = new ArrayList<>();
        filter.objects(AND).forEach(each -> all.add(plain(each)));
        filter.optionalObject("customer").ifPresent(customer -> all.add(renamed(customer, CUSTOMER_IDS)));
        filter.optionalObject("resource").ifPresent(resource -> all.add(renamed(resource, RESOURCE_IDS)));
        List<Input> any =
                filter.objects(OR).stream().map(SubscriptionQueryRoot::plain).toList();
        return joined(filter, Set.of("customer", "resource"), all, any);
    }

    /** Each member of the filter becomes one that has to hold beside the others, by the name that it has for a subscription. */
    private static Input renamed(Input filter, Map<String, String> names) {
        Set<String> unknown = new TreeSet<>(filter.saying(filter.values().keySet()));
        unknown.removeAll(names.keySet());
        unknown.removeAll(Set.of(AND, OR));
        if (!unknown.isEmpty()) {
            throw Refusal.unsupported("subscriptions by " + String.join(", ", unknown) + " of others");
        }
        List<Input> all = new ArrayList<>();
        names.forEach((name, own) ->
                filter.optionalObject(name).ifPresent(value -> all.add(new Input(Map.of(own, value.values())))));
        filter.objects(AND).forEach(each -> all.add(renamed(each, names)));
        List<Input> any =
                filter.objects(OR).stream().map(each -> renamed(each, names)).toList();
        return joined(new Input(Map.of()), Set.of(), all, any);
    }

    private static Input joined(Input own, Set<String> without, List<Input> all, List<Input> any) {
        Map<String, Object> members = new LinkedHashMap<>(own.values());
        members.keySet().removeAll(without);
        members.put(AND, all.stream().map(Input::values).toList());
        members.put(OR, any.stream().map(Input::values).toList());
        return new Input(members);
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
        return RequestReader.read(GetSubscriptions.class, arguments);
    }
}
