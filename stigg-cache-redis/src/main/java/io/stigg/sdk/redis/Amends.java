package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redisson.api.RedissonClient;

/**
 * Remembers what could not be written, and removes it from Redis before Redis counts as reachable again: what is there of
 * it is older than what this process knows. Thread-safe.
 */
@Singleton
final class Amends {
    /** Beyond that, everything is removed instead. */
    private static final int MOST = 100_000;

    private static final int AT_ONCE = 500;

    private final RedisLink redis;
    private final Keys keys;
    private final List<Runnable> whenOwed = new CopyOnWriteArrayList<>();
    private Set<CustomerScope> owed = new HashSet<>();

    @Inject
    Amends(RedisLink redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
        redis.beforeUp(this::make);
        // What failed while Redis was on the way back was too late for that.
        redis.whenUp(this::make);
    }

    /** Adds what is done when Redis holds something that is known to be too old. */
    void whenOwed(Runnable action) {
        whenOwed.add(action);
    }

    /** Something could not be written, nor removed. */
    void owe(CustomerScope scope) {
        synchronized (this) {
            if (owed.size() <= MOST) {
                owed.add(scope);
            }
        }
        whenOwed.forEach(Runnable::run);
        if (redis.isUp()) {
            make();
        }
    }

    private CompletionStage<?> make() {
        Set<CustomerScope> due;
        synchronized (this) {
            if (owed.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            due = owed;
            owed = new HashSet<>();
        }
        return redis.insist(client -> remove(client, due)).whenComplete((done, failure) -> {
            if (failure != null) {
                synchronized (this) {
                    owed.addAll(due);
                }
            }
        });
    }

    private CompletionStage<?> remove(RedissonClient client, Set<CustomerScope> due) {
        if (due.size() > MOST) {
            return client.getKeys().deleteByPatternAsync(keys.everything());
        }
        List<CustomerScope> scopes = List.copyOf(due);
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (int from = 0; from < scopes.size(); from += AT_ONCE) {
            List<CustomerScope> some = scopes.subList(from, Math.min(from + AT_ONCE, scopes.size()));
            all = all.thenCompose(done -> CompletableFuture.allOf(some.stream()
                    .map(scope -> Removal.of(keys, scope).run(client).toCompletableFuture())
                    .toArray(CompletableFuture[]::new)));
        }
        return all;
    }
}
