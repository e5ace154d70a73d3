package io.stigg.sdk.reliability;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits. Real time has to pass here. */
final class Pause {
    private Pause() {}

    /** Returns when the other thread has ended, or this one is interrupted. */
    static void until(Thread ended) {
        try {
            ended.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns after the time, or at once if the thread is interrupted, and leaves it so. */
    static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }
}
