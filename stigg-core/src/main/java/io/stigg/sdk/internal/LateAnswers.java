package io.stigg.sdk.internal;

import io.stigg.sdk.thread.IdleThread;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Completes asynchronous checks whose time is up, on a daemon thread that ends when it is idle. What an application has
 * attached to such a check runs there, and cannot hold up the timers that everything else depends on. Thread-safe.
 */
public final class LateAnswers implements Executor, AutoCloseable {
    private final ThreadPoolExecutor thread;

    /** Makes the executor; its thread starts when it is first needed. */
    public LateAnswers() {
        thread = IdleThread.named("stigg-answers");
        // Whoever waits is told also after close().
        thread.setRejectedExecutionHandler((task, closed) -> task.run());
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** Lets what is queued run, and the thread end after it. Does not wait for that. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
