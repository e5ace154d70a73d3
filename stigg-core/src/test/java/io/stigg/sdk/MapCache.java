package io.stigg.sdk;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A cache without bounds; remote ones answer later. */
final class MapCache implements EntitlementCache {
    private final ConcurrentMap<CustomerScope, EntitlementSnapshot> held = new ConcurrentHashMap<>();
    private final boolean remote;
    private volatile boolean closed;

    MapCache(boolean remote) {
        this.remote = remote;
    }

    @Override
    public CacheLookup find(CustomerScope scope) {
        Optional<EntitlementSnapshot> found = closed ? Optional.empty() : Optional.ofNullable(held.get(scope));
        return remote
                ? CacheLookup.pending(CompletableFuture.completedFuture(found))
                : found.map(CacheLookup::hit).orElse(CacheLookup.miss());
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        held.merge(snapshot.scope(), snapshot, EntitlementSnapshot::mergedWith);
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {
        held.computeIfPresent(snapshot.scope(), (scope, known) -> known.mergedWith(snapshot));
    }

    @Override
    public void applyUsage(UsageReading reading) {
        held.computeIfPresent(reading.scope(), (scope, snapshot) -> snapshot.withUsage(reading));
    }

    @Override
    public void evict(CustomerScope scope) {
        held.keySet()
                .removeIf(key -> key.equals(scope)
                        || (scope.resourceId().isEmpty() && key.customerId().equals(scope.customerId())));
    }

    @Override
    public void clear() {
        held.clear();
    }

    @Override
    public List<EntitlementSnapshot> heldNear() {
        return List.copyOf(held.values());
    }

    @Override
    public void close() {
        closed = true;
    }
}
