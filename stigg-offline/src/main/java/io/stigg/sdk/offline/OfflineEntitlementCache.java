package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * Keeps answers that are known already, so that a check costs what it costs online. What does not fit is left out and
 * answered anew, which is quick. Thread-safe.
 */
@Singleton
final class OfflineEntitlementCache implements EntitlementCache {
    private static final int MOST = 100_000;

    private final ConcurrentMap<CustomerScope, CacheLookup> held = new ConcurrentHashMap<>();
    private volatile Instant oldest = Instant.MIN;
    private volatile boolean closed;

    @Inject
    OfflineEntitlementCache() {}

    @Override
    public CacheLookup find(CustomerScope scope) {
        CacheLookup found = held.get(scope);
        return found == null ? CacheLookup.miss() : found;
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        held.compute(snapshot.scope(), (scope, known) -> {
            if (known != null) {
                return changed(known, current -> current.mergedWith(snapshot));
            }
            boolean isWelcome =
                    !closed && held.size() < MOST && !snapshot.fetchedAt().isBefore(oldest);
            return isWelcome ? CacheLookup.hit(snapshot) : null;
        });
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {
        held.computeIfPresent(
                snapshot.scope(), (scope, known) -> changed(known, current -> current.mergedWith(snapshot)));
    }

    @Override
    public void applyUsage(UsageReading reading) {
        held.computeIfPresent(reading.scope(), (scope, known) -> changed(known, current -> current.withUsage(reading)));
    }

    /** Keeps the look-up, which callers may hold on to, for as long as its snapshot stays the same. */
    private static CacheLookup changed(CacheLookup known, UnaryOperator<EntitlementSnapshot> change) {
        EntitlementSnapshot current = snapshot(known);
        EntitlementSnapshot next = change.apply(current);
        return next.equals(current) ? known : CacheLookup.hit(next);
    }

    private static EntitlementSnapshot snapshot(CacheLookup known) {
        return Objects.requireNonNull(known.snapshotOrNull());
    }

    /** Forgets what was answered from knowledge before an instant, for good: who asked before and stores later stores nothing. */
    void forgetBefore(Instant instant) {
        oldest = instant;
        held.values().removeIf(known -> snapshot(known).fetchedAt().isBefore(instant));
    }

    @Override
    public void evict(CustomerScope scope) {
        Optional<String> resource = scope.resourceId();
        if (resource.isPresent()) {
            held.remove(scope);
        } else {
            held.keySet().removeIf(known -> known.customerId().equals(scope.customerId()));
        }
    }

    @Override
    public void clear() {
        held.clear();
    }

    @Override
    public List<EntitlementSnapshot> heldNear() {
        return held.values().stream().map(OfflineEntitlementCache::snapshot).toList();
    }

    @Override
    public void close() {
        closed = true;
        held.clear();
    }

    @Override
    public String toString() {
        return "OfflineEntitlementCache[" + held.size() + "]";
    }
}
