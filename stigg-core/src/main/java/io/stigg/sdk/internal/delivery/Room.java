package io.stigg.sdk.internal.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Where publishers wait until there is room for their events. Costs nothing while nobody waits. Thread-safe. */
final class Room {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition made = lock.newCondition();
    private final AtomicInteger waiting = new AtomicInteger();

    /** Tries until it succeeds or time is up. An interrupt ends it as well, and is kept for the caller to see. */
    boolean wait(BooleanSupplier attempt, Duration patience) {
        lock.lock();
        waiting.incrementAndGet();
        try {
            // A patience without end is longer than nanoseconds can say.
            long nanos = TimeUnit.NANOSECONDS.convert(patience);
            while (!attempt.getAsBoolean()) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = made.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    /** Whoever counts as waiting after room was made has either been counted here, or finds it. */
    void made() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                made.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
