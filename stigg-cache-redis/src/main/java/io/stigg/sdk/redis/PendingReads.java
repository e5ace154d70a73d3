package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.EntitlementCache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks into Redis, once for all who look for the same at the same time. Thread-safe. */
@Singleton
final class PendingReads {
    private final ConcurrentMap<CustomerScope, PendingRead> pending = new ConcurrentHashMap<>();
    private final CustomerTurns turns;
    private final SharedReads reads;
    private final EntitlementCache near;

    @Inject
    PendingReads(CustomerTurns turns, SharedReads reads, @Near EntitlementCache near) {
        this.turns = turns;
        this.reads = reads;
        this.near = near;
    }

    /** Looks for a scope, after what this process has written of it. Never fails: what cannot be read is not found. */
    CompletableFuture<Found> read(CustomerScope scope) {
        PendingRead mine = new PendingRead();
        PendingRead other = pending.putIfAbsent(scope, mine);
        if (other != null) {
            return other.outcome();
        }
        turns.after(scope.customerId(), () -> reads.read(scope))
                .whenComplete((found, failure) -> finish(scope, mine, found));
        return mine.outcome();
    }

    private void finish(CustomerScope scope, PendingRead read, @Nullable Found found) {
        pending.computeIfPresent(scope, (same, current) -> {
            if (current != read) {
                return current;
            }
            // Within, so that news of the scope reaches the read before this, or the near cache after it.
            read.current(found).snapshot().ifPresent(near::store);
            return null;
        });
        read.outcome().complete(read.current(found));
    }

    /** Something of a scope has changed, and the near cache has been told. */
    void tell(CustomerScope scope, UnaryOperator<EntitlementSnapshot> change) {
        pending.computeIfPresent(scope, (same, read) -> {
            read.tell(change);
            return read;
        });
    }

    /** What is being read of a scope holds no longer: whoever looks for it from now on looks again. */
    void outdate(CustomerScope scope) {
        if (scope.resourceId().isPresent()) {
            outdateOne(scope);
        } else {
            pending.keySet().stream()
                    .filter(read -> read.customerId().equals(scope.customerId()))
                    .forEach(this::outdateOne);
        }
    }

    void outdateAll() {
        pending.keySet().forEach(this::outdateOne);
    }

    /** Answers everyone who still waits: nothing is found any more. */
    void close() {
        pending.values().forEach(read -> read.outcome().complete(Found.nothing()));
    }

    private void outdateOne(CustomerScope scope) {
        pending.computeIfPresent(scope, (same, read) -> {
            read.outdate();
            return null;
        });
    }
}
