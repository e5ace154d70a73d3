package io.stigg.sdk.emulator;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other, in the order in which they come, on threads that it borrows. Thread-safe. */
final class Mailbox {
    private static final System.Logger LOG = System.getLogger("io.stigg.sdk.emulator");
    private static final int MOST_AT_ONCE = 100;

    private final Executor executor;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean busy;
    private volatile @Nullable Thread runner;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    void add(Runnable task) {
        synchronized (tasks) {
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
        if (Thread.currentThread() == runner) {
            task.run();
        } else {
            add(task);
        }
    }

    private void borrowThread() {
        try {
            executor.execute(this::runSome);
        } catch (RejectedExecutionException e) {
            // The server has ended, and with it whatever the tasks are about. Busy stays, so that nobody tries again.
            synchronized (tasks) {
                tasks.clear();
            }
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

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The emulator failed", e);
        }
    }
}
