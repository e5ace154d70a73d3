package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Entitlements in Redis, with a cache in this process in front of them if there is one. Thread-safe; waits for nothing.
 *
 * <p>What this process learns it keeps near, and writes to Redis in the order in which it learned it, customer by customer:
 * the write is queued before anything else is done, so that whoever looks into Redis from then on waits for it. What cannot be written is removed, and what cannot be removed is removed later, before Redis is read again.
 */
@Singleton
final class RedisEntitlementCache implements EntitlementCache {
    private final RedisCache options;
    private final RedisLink redis;
    private final Keys keys;
    private final EntitlementCache near;
    private final PendingReads reads;
    private final SharedWrites writes;
    private final CustomerTurns turns;
    private final Followed followed;
    private final Hearsay hearsay;
    private final Amends amends;
    private final Evictions evictions;
    private volatile boolean closed;

    @Inject
    RedisEntitlementCache(
            RedisCache options,
            RedisLink redis,
            Keys keys,
            @Near EntitlementCache near,
            PendingReads reads,
            SharedWrites writes,
            CustomerTurns turns,
            Followed followed,
            Hearsay hearsay,
            Amends amends,
            Evictions evictions) {
        this.options = options;
        this.redis = redis;
        this.keys = keys;
        this.near = near;
        this.reads = reads;
        this.writes = writes;
        this.turns = turns;
        this.followed = followed;
        this.hearsay = hearsay;
        this.amends = amends;
        this.evictions = evictions;
        evictions.whenTold(this::forgetHere);
    }

    @Override
    public CacheLookup find(CustomerScope scope) {
        CacheLookup here = near.find(scope);
        if (here.snapshotOrNull() != null || closed) {
            return here;
        }
        return CacheLookup.pending(reads.read(scope).thenApply(Found::snapshot));
    }

    @Override
    public CacheLookup findNear(CustomerScope scope) {
        return near.find(scope);
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {
        write(new Write(snapshot, false, followed.nameSince(snapshot.fetchedAt())));
        near.store(snapshot);
    }

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {
        write(new Write(snapshot, true, followed.nameSince(snapshot.fetchedAt())));
        near.storeIfHeld(snapshot);
    }

    private void write(Write write) {
        EntitlementSnapshot snapshot = write.snapshot();
        CustomerScope scope = snapshot.scope();
        share(
                scope,
                () -> writes.write(write).thenAccept(outcome -> {
                    if (outcome == Write.Outcome.OLDER && near.find(scope).snapshotOrNull() != null) {
                        // Another process knows something newer than this one: the near cache is to know it as well.
                        reads.read(scope);
                    }
                }));
        reads.tell(scope, held -> held.mergedWith(snapshot));
    }

    @Override
    public void applyUsage(UsageReading reading) {
        share(reading.scope(), () -> writes.applyUsage(reading));
        reads.tell(reading.scope(), held -> held.withUsage(reading));
        near.applyUsage(reading);
    }

    @Override
    public void evict(CustomerScope scope) {
        share(scope, () -> writes.remove(scope).thenCompose(done -> evictions.tell(scope)));
        forgetHere(scope);
    }

    private void forgetHere(CustomerScope scope) {
        reads.outdate(scope);
        near.evict(scope);
    }

    private void share(CustomerScope scope, Supplier<CompletionStage<?>> change) {
        if (closed || hearsay.isTelling()) {
            return;
        }
        turns.take(scope.customerId(), () -> change.get().handle((done, failure) -> failure))
                .thenAccept(failure -> {
                    if (failure != null && !closed) {
                        giveUp(scope);
                    }
                });
    }

    private void giveUp(CustomerScope scope) {
        turns.take(scope.customerId(), () -> writes.remove(scope).handle((done, failure) -> failure))
                .thenAccept(failure -> {
                    if (failure != null && !closed) {
                        amends.owe(scope);
                    }
                });
    }

    @Override
    public void clear() {
        if (!closed) {
            turns.takeAll(() -> redis.call(client -> client.getKeys().deleteByPatternAsync(keys.everything())));
        }
        reads.outdateAll();
        near.clear();
    }

    @Override
    public List<EntitlementSnapshot> heldNear() {
        return near.heldNear();
    }

    @Override
    public void close() {
        closed = true;
        redis.beforeClose(turns.takeAll(() -> CompletableFuture.completedFuture(true)));
        reads.close();
        evictions.close();
        near.close();
        redis.close();
    }

    @Override
    public String toString() {
        return "RedisEntitlementCache[" + options + "]";
    }
}
