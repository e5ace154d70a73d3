package io.stigg.sdk.examples;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The least that a cache of your own has to do. Thread-safe. */
final class MyCache implements EntitlementCache {
    private final Map<CustomerScope, EntitlementSnapshot> held = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Override
    public CacheLookup find(CustomerScope scope) {
        EntitlementSnapshot snapshot = closed ? null : held.get(scope);
        return snapshot == null ? CacheLookup.miss() : CacheLookup.hit(snapshot);
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        if (!closed) {
            held.merge(snapshot.scope(), snapshot, EntitlementSnapshot::mergedWith);
        }
    }

    @Override
    public void applyUsage(UsageReading reading) {
        held.computeIfPresent(reading.scope(), (scope, snapshot) -> snapshot.withUsage(reading));
    }

    @Override
    public void evict(CustomerScope scope) {
        boolean everything = scope.resourceId().isEmpty();
        held.keySet()
                .removeIf(key ->
                        key.equals(scope) || (everything && key.customerId().equals(scope.customerId())));
    }

    @Override
    public void clear() {
        held.clear();
    }

    @Override
    public void close() {
        closed = true;
        held.clear();
    }
}
