package io.stigg.sdk.internal.delivery;

import java.util.concurrent.CompletableFuture;

/** Somebody waits until the events that were taken up to a number have been settled. */
final class PendingFlush {
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private volatile long left;

    /** @param left how many events there are, as far as is known */
    PendingFlush(long left) {
        this.left = left;
    }

    /** Completes when nothing is left. */
    CompletableFuture<Long> done() {
        return done;
    }

    long left() {
        return left;
    }

    /** Takes note of how many are left. Returns whether that is all. */
    boolean isOver(long count) {
        left = count;
        return count == 0 && done.complete(0L);
    }
}
