package io.stigg.sdk.examples;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The least that a cache of your own has to do. Thread-safe. */
final class MyCache implements EntitlementCache {
    // Look-ups are kept, so that finding one allocates nothing.
    private final Map<CustomerScope, CacheLookup> held = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Override
    public CacheLookup find(CustomerScope scope) {
        return closed ? CacheLookup.miss() : held.getOrDefault(scope, CacheLookup.miss());
    }

    @Override
    public void store(EntitlementSnapshot arriving) {
        if (!closed) {
            held.compute(
                    arriving.scope(),
                    (scope, found) -> found == null
                            ? CacheLookup.hit(arriving)
                            : CacheLookup.hit(found.snapshotOrNull().mergedWith(arriving)));
        }
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot arriving) {
        held.computeIfPresent(
                arriving.scope(),
                (scope, found) -> CacheLookup.hit(found.snapshotOrNull().mergedWith(arriving)));
    }

    @Override
    public void applyUsage(UsageReading reading) {
        held.computeIfPresent(
                reading.scope(),
                (scope, found) -> CacheLookup.hit(found.snapshotOrNull().withUsage(reading)));
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
    public List<EntitlementSnapshot> heldNear() {
        return held.values().stream().map(CacheLookup::snapshotOrNull).toList();
    }

    @Override
    public void close() {
        closed = true;
        held.clear();
    }
}
