package io.stigg.sdk.emulator;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other, in the order in which they come, on threads that it borrows. Thread-safe. */
final class Mailbox implements AutoCloseable {
    private static final int MOST_AT_ONCE = 100;

    private final Executor executor;
    private final Consumer<Throwable> failed;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean busy;
    private volatile boolean closed;
    private volatile @Nullable Thread runner;

    /** @param failed is told when a task fails, of which nobody else is told */
    Mailbox(Executor executor, Consumer<Throwable> failed) {
        this.executor = executor;
        this.failed = failed;
    }

    void add(Runnable task) {
        synchronized (tasks) {
            if (closed) {
                return;
            }
            tasks.add(task);
            if (busy) {
                return;
            }
            busy = true;
        }
        borrowThread();
    }

    /** Runs a task as a part of the one that is running, if there is one on this thread; else when its turn comes. */
    void addOrRun(Runnable task) {
        if (Thread.currentThread() != runner) {
            add(task);
        } else if (!closed) {
            task.run();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Forgets the tasks that wait, and takes no more. One that runs goes on. */
    @Override
    public void close() {
        synchronized (tasks) {
            closed = true;
            tasks.clear();
        }
    }

    private void borrowThread() {
        try {
            executor.execute(this::runSome);
        } catch (RejectedExecutionException e) {
            // The server has ended, and with it whatever the tasks are about.
            close();
        }
    }

    /** Gives the thread back after a while, because there are others who want it. */
    private void runSome() {
        runner = Thread.currentThread();
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            run(task);
        }
        runner = null;
        borrowThread();
    }

    private @Nullable Runnable next() {
        synchronized (tasks) {
            Runnable task = tasks.poll();
            if (task == null) {
                busy = false;
                runner = null;
            }
            return task;
        }
    }

    // Also errors: a document may be nested too deeply for the stack, and the tasks behind it must not wait for ever.
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }
}
