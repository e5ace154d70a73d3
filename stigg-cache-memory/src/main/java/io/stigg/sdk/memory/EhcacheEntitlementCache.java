package io.stigg.sdk.memory;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Entitlements in the memory of this process, bounded by Ehcache. Thread-safe.
 *
 * <p>Reads take no lock. Writes take turns: that makes each atomic, keeps the map that is read and what Ehcache counts the
 * same at every moment, so that the bound holds always, and costs little, as a write follows an answer from the network
 * and takes microseconds.
 */
@Singleton
final class EhcacheEntitlementCache implements EntitlementCache {
    private final MemoryCache options;
    private final MemoryCacheStatistics statistics;
    private final HeldScopes scopes = new HeldScopes();
    private final SharedParts shared = new SharedParts();
    private final ReentrantLock writing = new ReentrantLock();
    private final EvictionOrder order;
    private long bytes;
    private boolean closed;

    @Inject
    EhcacheEntitlementCache(MemoryCache options) {
        this.options = options;
        this.statistics = options.statistics();
        this.order = new EvictionOrder(options.maxCustomers(), this::evicted);
    }

    @Override
    public CacheLookup find(CustomerScope scope) {
        Hit hit = scopes.find(scope);
        if (hit == null) {
            statistics.missed();
            return CacheLookup.miss();
        }
        return hit.mark();
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        write(() -> {
            Held held = held(snapshot.scope());
            EntitlementSnapshot arriving = shared.of(snapshot);
            keep(held, held == null ? arriving : held.snapshot().mergedWith(arriving));
        });
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {
        write(() -> {
            Held held = held(snapshot.scope());
            if (held != null) {
                keep(held, held.snapshot().mergedWith(shared.of(snapshot)));
            }
        });
    }

    @Override
    public void applyUsage(UsageReading reading) {
        write(() -> {
            Held held = held(reading.scope());
            if (held != null) {
                keep(held, held.snapshot().withUsage(reading));
            }
        });
    }

    private @Nullable Held held(CustomerScope scope) {
        Hit hit = scopes.find(scope);
        return hit == null ? null : hit.held;
    }

    private void keep(@Nullable Held held, EntitlementSnapshot snapshot) {
        long size = SnapshotSize.of(snapshot, shared::isShared);
        if (size > options.maxBytes()) {
            statistics.rejected();
            if (held != null) {
                // What is held is older than what was refused.
                remove(held);
            }
            return;
        }
        statistics.stored();
        Held kept = held == null ? add(new Held(snapshot, size)) : replace(held, snapshot, size);
        while (bytes > options.maxBytes() || order.size() > options.maxCustomers()) {
            Held coldest = order.coldest(kept);
            order.remove(coldest);
            evicted(coldest);
        }
    }

    private Held add(Held held) {
        scopes.put(held);
        count(1, held.bytes());
        order.add(held);
        return held;
    }

    private Held replace(Held held, EntitlementSnapshot snapshot, long size) {
        count(0, size - held.bytes());
        held.replace(snapshot, size);
        scopes.put(held);
        return held;
    }

    private void evicted(Held held) {
        statistics.evicted();
        scopes.remove(held);
        count(-1, -held.bytes());
    }

    private void remove(Held held) {
        order.remove(held);
        scopes.remove(held);
        count(-1, -held.bytes());
    }

    private void count(int more, long moreBytes) {
        bytes += moreBytes;
        statistics.changed(more, moreBytes);
    }

    @Override
    public void evict(CustomerScope scope) {
        write(() -> {
            Held held = held(scope);
            if (held != null) {
                remove(held);
            }
            if (scope.resourceId().isEmpty()) {
                scopes.resourcesOf(scope.customerId()).forEach(hit -> remove(hit.held));
            }
        });
    }

    @Override
    public void clear() {
        write(this::removeAll);
    }

    private void removeAll() {
        count(-order.size(), -bytes);
        scopes.clear();
        order.clear();
        shared.clear();
    }

    @Override
    public List<EntitlementSnapshot> heldNear() {
        return scopes.all();
    }

    @Override
    public void close() {
        write(() -> {
            closed = true;
            removeAll();
            order.close();
        });
    }

    private void write(Runnable change) {
        writing.lock();
        try {
            if (!closed) {
                change.run();
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public String toString() {
        return "EhcacheEntitlementCache[" + options + "]";
    }
}
