package io.stigg.sdk.redis;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing at a time, in the order in which they came, on the threads that bring them. Whoever brings something while
 * another thread is at it leaves it to that one; so nobody waits, and no lock is held meanwhile. Thread-safe.
 */
final class OneByOne {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isAtIt;

    void run(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (isAtIt) {
                return;
            }
            isAtIt = true;
        }
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        isAtIt = next != null;
        return next;
    }
}
