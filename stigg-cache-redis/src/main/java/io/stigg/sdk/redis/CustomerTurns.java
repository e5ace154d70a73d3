package io.stigg.sdk.redis;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets what concerns one customer happen one after the other, in the order in which it was asked for; commands to Redis
 * would overtake each other otherwise. Thread-safe.
 */
@Singleton
final class CustomerTurns {
    private final ConcurrentMap<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private volatile CompletableFuture<?> everybody = CompletableFuture.completedFuture(null);

    @Inject
    CustomerTurns() {}

    /** Does something after what was asked for before, however that went. */
    <T> CompletableFuture<T> take(String customerId, Supplier<CompletionStage<T>> action) {
        CompletableFuture<T> turn = new CompletableFuture<>();
        CompletableFuture<?> before;
        synchronized (this) {
            CompletableFuture<?> own = last.put(customerId, turn);
            before = own == null ? everybody : own;
        }
        turn.whenComplete((done, failure) -> last.remove(customerId, turn));
        before.whenComplete((done, failure) -> run(action, turn));
        return turn;
    }

    /** Does something after all that was asked for before, and before all that is asked for later. */
    synchronized <T> CompletableFuture<T> takeAll(Supplier<CompletionStage<T>> action) {
        CompletableFuture<T> turn = new CompletableFuture<>();
        CompletableFuture<?> before = CompletableFuture.allOf(last.values().toArray(CompletableFuture[]::new));
        CompletableFuture<?> others = everybody;
        last.clear();
        everybody = turn;
        before.whenComplete((done, failure) -> others.whenComplete((same, other) -> run(action, turn)));
        return turn;
    }

    /** Does something after what was asked for before; holds up nothing that is asked for later. */
    <T> CompletableFuture<T> after(String customerId, Supplier<CompletionStage<T>> action) {
        CompletableFuture<?> own = last.get(customerId);
        CompletableFuture<?> before = own == null ? everybody : own;
        CompletableFuture<T> outcome = new CompletableFuture<>();
        before.whenComplete((done, failure) -> run(action, outcome));
        return outcome;
    }

    private static <T> void run(Supplier<CompletionStage<T>> action, CompletableFuture<T> outcome) {
        try {
            action.get().whenComplete((result, failure) -> {
                if (failure == null) {
                    outcome.complete(result);
                } else {
                    outcome.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            outcome.completeExceptionally(failure);
        }
    }
}
