package io.stigg.sdk.thread;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes executors of one daemon thread, which starts when it is needed and ends when it is not. Internal. */
public final class IdleThread {
    private static final long PATIENCE_SECONDS = 10;

    private IdleThread() {}

    /**
     * Makes an executor that does one thing at a time, in order.
     *
     * @param name the thread's name
     * @return the executor
     */
    public static ThreadPoolExecutor named(String name) {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, PATIENCE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread made = new Thread(task, name);
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }
}
