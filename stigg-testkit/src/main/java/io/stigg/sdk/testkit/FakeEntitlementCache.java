package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A cache without a bound: it forgets nothing that it is not told to forget. Thread-safe.
 *
 * <p>Eviction at the level of a customer looks at everything that is held; for tests that is quick enough.
 */
public final class FakeEntitlementCache implements EntitlementCache {
    private final ConcurrentMap<CustomerScope, CacheLookup> held = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Makes an empty cache. */
    public FakeEntitlementCache() {}

    @Override
    public CacheLookup find(CustomerScope scope) {
        CacheLookup found = held.get(requireNonNull(scope, "scope"));
        return found == null || closed ? CacheLookup.miss() : found;
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        held.compute(snapshot.scope(), (scope, known) -> closed ? null : merged(known, snapshot));
    }

    private static CacheLookup merged(@Nullable CacheLookup known, EntitlementSnapshot arriving) {
        EntitlementSnapshot current = known == null ? null : known.snapshotOrNull();
        return known == null || current == null
                ? CacheLookup.hit(arriving)
                : replaced(known, current, current.mergedWith(arriving));
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {
        held.computeIfPresent(snapshot.scope(), (scope, known) -> merged(known, snapshot));
    }

    @Override
    public void applyUsage(UsageReading reading) {
        held.computeIfPresent(reading.scope(), (scope, known) -> {
            EntitlementSnapshot current = known.snapshotOrNull();
            return current == null ? known : replaced(known, current, current.withUsage(reading));
        });
    }

    /** Keeps the look-up, which callers may hold on to, for as long as its snapshot stays the same. */
    private static CacheLookup replaced(CacheLookup known, EntitlementSnapshot current, EntitlementSnapshot next) {
        return next.equals(current) ? known : CacheLookup.hit(next);
    }

    @Override
    public void evict(CustomerScope scope) {
        if (scope.resourceId().isPresent()) {
            held.remove(scope);
        } else {
            held.keySet().removeIf(known -> known.customerId().equals(scope.customerId()));
        }
    }

    @Override
    public void clear() {
        held.clear();
    }

    /**
     * Returns how many scopes are held.
     *
     * @return their number
     */
    public int size() {
        return held.size();
    }

    @Override
    public void close() {
        closed = true;
        held.clear();
    }

    @Override
    public String toString() {
        return "FakeEntitlementCache[" + held.size() + "]";
    }
}
