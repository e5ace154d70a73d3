package io.stigg.sdk.internal;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Waits for a future on a caller's thread. An interrupt ends the wait and is kept for the caller to see. */
public final class Await {
    private Await() {}

    /** Waits for what cannot fail; answers something else when interrupted. */
    static <T> T uninterrupted(CompletableFuture<T> future, Supplier<T> whenInterrupted) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return whenInterrupted.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a reading must not fail", failure.getCause());
        }
    }

    /**
     * Waits for an answer.
     *
     * @param future the answer to come
     * @param <T> its type
     * @return the answer
     * @throws StiggException if there is none, with the caller's own stack trace
     * @throws IllegalStateException if the client is closed
     */
    public static <T> T answer(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw StiggTransportException.unreachable(
                    "the thread was interrupted while it waited for Stigg", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IllegalStateException closed
                    ? new IllegalStateException(closed.getMessage(), closed)
                    : RequestSender.asStiggException(failure).copy();
        }
    }
}
