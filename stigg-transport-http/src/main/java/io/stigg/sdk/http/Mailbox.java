package io.stigg.sdk.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs tasks one at a time, in order, without a thread of its own. Tasks do not throw, and may put further ones in.
 * Thread-safe.
 */
final class Mailbox {
    private final Executor executor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    /** Runs a task on the executor, or on the thread that works already; on this one if the executor refuses. */
    void put(Runnable task) {
        tasks.add(task);
        // Whoever works looks again after it has said that it no longer does.
        if (!working.get()) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | Error refused) {
                // Closed, or out of threads: what is left is to say that it ends.
                work();
            }
        }
    }

    /** Runs a task on this thread, or on the one that works already. */
    void putAndWork(Runnable task) {
        tasks.add(task);
        work();
    }

    private void work() {
        while (!tasks.isEmpty() && working.compareAndSet(false, true)) {
            try {
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            } finally {
                working.set(false);
            }
        }
    }
}
