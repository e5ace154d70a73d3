package io.stigg.sdk.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets everyone who wants the same thing at the same time share one execution. Thread-safe.
 *
 * <p>The execution is forgotten before its outcome is told, so that neither a success nor a failure is remembered, and
 * everyone gets a future of their own, so that nobody's cancelling hurts the others.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    CompletableFuture<V> run(K key, Supplier<CompletionStage<V>> execution) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> underWay = flights.putIfAbsent(key, mine);
        if (underWay != null) {
            return underWay.copy();
        }
        CompletableFuture<V> result = mine.copy();
        start(execution).whenComplete((value, failure) -> {
            flights.remove(key, mine);
            if (failure != null) {
                mine.completeExceptionally(failure);
            } else {
                mine.complete(value);
            }
        });
        return result;
    }

    private static <V> CompletionStage<V> start(Supplier<CompletionStage<V>> execution) {
        try {
            return execution.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
