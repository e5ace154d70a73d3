package io.stigg.sdk.memory;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is held, by scope. Finding takes no lock and allocates nothing, on any thread; changes are made by one thread at a
 * time.
 *
 * <p>The two levels lie apart, so that a customer is found by the id alone, whose hash code its text keeps, and so that
 * the resources of a customer are found together.
 */
final class HeldScopes {
    private final Map<String, Hit> customers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Hit>> resources = new ConcurrentHashMap<>();

    @Nullable
    Hit find(CustomerScope scope) {
        Optional<String> resource = scope.resourceId();
        if (resource.isEmpty()) {
            return customers.get(scope.customerId());
        }
        Map<String, Hit> ofCustomer = resources.get(scope.customerId());
        return ofCustomer == null ? null : ofCustomer.get(resource.get());
    }

    Collection<Hit> resourcesOf(String customerId) {
        Map<String, Hit> ofCustomer = resources.get(customerId);
        return ofCustomer == null ? List.of() : List.copyOf(ofCustomer.values());
    }

    List<EntitlementSnapshot> all() {
        return Stream.concat(Stream.of(customers), resources.values().stream())
                .flatMap(level -> level.values().stream())
                .map(hit -> requireNonNull(hit.snapshotOrNull()))
                .toList();
    }

    /** Lets readers find the hit of the moment, in place of the one before. */
    void put(Held held) {
        CustomerScope scope = held.scope;
        Map<String, Hit> level = scope.resourceId().isEmpty()
                ? customers
                : resources.computeIfAbsent(scope.customerId(), id -> new ConcurrentHashMap<>(4));
        level.put(scope.resourceId().orElse(scope.customerId()), held.hit());
    }

    void remove(Held held) {
        CustomerScope scope = held.scope;
        Map<String, Hit> ofCustomer = resources.get(scope.customerId());
        if (scope.resourceId().isEmpty()) {
            customers.remove(scope.customerId());
        } else if (ofCustomer != null) {
            ofCustomer.remove(scope.resourceId().get());
            if (ofCustomer.isEmpty()) {
                resources.remove(scope.customerId());
            }
        }
    }

    void clear() {
        customers.clear();
        resources.clear();
    }
}
