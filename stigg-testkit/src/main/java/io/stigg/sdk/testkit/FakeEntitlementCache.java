package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A cache without a bound: it forgets nothing that it is not told to forget. It can be made to fail as a remote cache does.
 * Thread-safe.
 *
 * <p>Eviction at the level of a customer looks at everything that is held; for tests that is quick enough.
 */
public final class FakeEntitlementCache implements EntitlementCache {
    private final ConcurrentMap<CustomerScope, CacheLookup> held = new ConcurrentHashMap<>();
    private final AtomicInteger writesToLose = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean isDown;

    /** Makes an empty cache. */
    public FakeEntitlementCache() {}

    @Override
    public CacheLookup find(CustomerScope scope) {
        CacheLookup found = held.get(requireNonNull(scope, "scope"));
        return found == null || closed || isDown ? CacheLookup.miss() : found;
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        if (!isLost()) {
            held.compute(snapshot.scope(), (scope, known) -> closed ? null : merged(known, snapshot));
        }
    }

    private static CacheLookup merged(@Nullable CacheLookup known, EntitlementSnapshot arriving) {
        EntitlementSnapshot current = known == null ? null : known.snapshotOrNull();
        return known == null || current == null
                ? CacheLookup.hit(arriving)
                : replaced(known, current, current.mergedWith(arriving));
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {
        if (!isLost()) {
            held.computeIfPresent(snapshot.scope(), (scope, known) -> merged(known, snapshot));
        }
    }

    @Override
    public void applyUsage(UsageReading reading) {
        if (!isLost()) {
            held.computeIfPresent(reading.scope(), (scope, known) -> withUsage(known, reading));
        }
    }

    private static CacheLookup withUsage(CacheLookup known, UsageReading reading) {
        EntitlementSnapshot current = known.snapshotOrNull();
        return current == null ? known : replaced(known, current, current.withUsage(reading));
    }

    /** Keeps the look-up, which callers may hold on to, for as long as its snapshot stays the same. */
    private static CacheLookup replaced(CacheLookup known, EntitlementSnapshot current, EntitlementSnapshot next) {
        return next.equals(current) ? known : CacheLookup.hit(next);
    }

    @Override
    public void evict(CustomerScope scope) {
        if (isLost()) {
            return;
        }
        if (scope.resourceId().isPresent()) {
            held.remove(scope);
        } else {
            held.keySet().removeIf(known -> known.customerId().equals(scope.customerId()));
        }
    }

    @Override
    public void clear() {
        if (!isLost()) {
            held.clear();
        }
    }

    private boolean isLost() {
        return isDown || writesToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /**
     * Makes the cache one that cannot be reached: it finds nothing, and what it is told is lost, to forget something as well.
     * What it holds it still has when it {@linkplain #comeBack comes back}, however old that is by then.
     */
    public void goDown() {
        isDown = true;
    }

    /** Makes the cache one that can be reached again. */
    public void comeBack() {
        isDown = false;
    }

    /**
     * Loses what the cache is told next: to keep or to forget something, or news of usage.
     *
     * @param times how many times, on top of those that are still to come
     * @throws IllegalArgumentException if it is less than 1
     */
    public void loseNext(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, not " + times);
        }
        writesToLose.addAndGet(times);
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
    public List<EntitlementSnapshot> heldNear() {
        return isDown
                ? List.of()
                : held.values().stream()
                        .flatMap(lookup -> Optional.ofNullable(lookup.snapshotOrNull()).stream())
                        .toList();
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
