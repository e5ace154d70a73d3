package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.CustomerScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Something about each of the scopes that it was said of last, not more than a bound. Thread-safe. */
final class RecentScopes<V> {
    private static final int MOST = 10_000;

    private final Map<CustomerScope, V> values = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CustomerScope, V> eldest) {
            return size() > MOST;
        }
    };

    synchronized void put(CustomerScope scope, V value) {
        values.remove(scope);
        values.put(scope, value);
    }

    synchronized void merge(CustomerScope scope, V value, BinaryOperator<V> merger) {
        V before = values.remove(scope);
        put(scope, before == null ? value : merger.apply(before, value));
    }

    synchronized Optional<V> find(CustomerScope scope) {
        return Optional.ofNullable(values.get(scope));
    }

    synchronized List<CustomerScope> scopes() {
        return List.copyOf(values.keySet());
    }
}
