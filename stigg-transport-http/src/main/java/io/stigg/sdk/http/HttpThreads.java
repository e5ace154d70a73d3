package io.stigg.sdk.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few daemon threads that go when there is nothing to do. What comes after their end is run by whoever brings it: the JDK
 * has to be able to finish what it began, such as a handshake, or the socket stays until that times out.
 */
final class HttpThreads {
    private static final int MOST = 8;
    private static final int IDLE_SECONDS = 30;

    private HttpThreads() {}

    static ExecutorService start() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "stigg-http-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        threads.setRejectedExecutionHandler((task, ended) -> task.run());
        return threads;
    }
}
