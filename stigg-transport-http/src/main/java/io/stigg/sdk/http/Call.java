package io.stigg.sdk.http;

import io.stigg.sdk.http.graphql.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One call on its way: what is asked, until when, and whether anyone still waits. Thread-safe. */
final class Call<R> {
    private final Operation<R> operation;
    private final Duration budget;
    private final Instant deadline;
    private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

    Call(Operation<R> operation, Duration budget, Instant now) {
        this.operation = operation;
        this.budget = budget;
        this.deadline = now.plus(budget);
    }

    /** The same call with less time, abandoned with this one at the latest. */
    Call<R> within(Duration share, Instant now) {
        Call<R> part = new Call<>(operation, share, now);
        whenAbandoned(part::abandon);
        return part;
    }

    Operation<R> operation() {
        return operation;
    }

    Duration budget() {
        return budget;
    }

    Duration remaining(Instant now) {
        return Duration.between(now, deadline);
    }

    /** Nobody waits any more: what is under way for it may stop. */
    void abandon() {
        abandoned.complete(null);
    }

    boolean isAbandoned() {
        return abandoned.isDone();
    }

    void whenAbandoned(Runnable task) {
        abandoned.thenRun(task);
    }
}
