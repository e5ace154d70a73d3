package io.stigg.sdk.internal.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** What a courier counts. Thread-safe. */
final class Counts {
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    void addDelivered(long events) {
        delivered.addAndGet(events);
    }

    void addRetried(long events) {
        retried.addAndGet(events);
    }

    void addRefused() {
        refused.incrementAndGet();
    }

    long delivered() {
        return delivered.get();
    }

    long retried() {
        return retried.get();
    }

    long refused() {
        return refused.get();
    }
}
