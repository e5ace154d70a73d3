package io.stigg.sdk.internal;

import io.stigg.sdk.Registration;
import io.stigg.sdk.StiggListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Tells listeners what happens, on one daemon thread, in order. Thread-safe.
 *
 * <p>The queue is bounded: a listener that blocks costs events, which are counted and logged, and nothing else.
 */
public final class Listeners implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.listeners");
    private static final int QUEUE = 10_000;

    private final List<StiggListener> registered;
    private final AtomicLong dropped = new AtomicLong();
    private final ThreadPoolExecutor teller;

    /**
     * Makes the listeners of a client.
     *
     * @param first who listens from the start
     */
    public Listeners(List<StiggListener> first) {
        registered = new CopyOnWriteArrayList<>(first);
        teller = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "stigg-events");
            thread.setDaemon(true);
            return thread;
        });
        teller.allowCoreThreadTimeOut(true);
        teller.setRejectedExecutionHandler((event, executor) -> countDropped());
    }

    /**
     * Adds a listener.
     *
     * @param listener is told from now on
     * @return removes the listener
     */
    public Registration add(StiggListener listener) {
        registered.add(listener);
        return () -> registered.remove(listener);
    }

    void tell(Consumer<StiggListener> event) {
        if (!registered.isEmpty()) {
            teller.execute(() -> registered.forEach(listener -> tell(listener, event)));
        }
    }

    private static void tell(StiggListener listener, Consumer<StiggListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            LOG.log(Level.WARNING, "A listener failed: " + listener.getClass().getName(), failure);
        }
    }

    private void countDropped() {
        if (!teller.isShutdown() && Long.bitCount(dropped.incrementAndGet()) == 1) {
            LOG.log(Level.WARNING, "Listeners are too slow: {0} events were dropped so far", dropped.get());
        }
    }

    /** Tells what is queued, for at most a second, and ends the thread. */
    @Override
    public void close() {
        close(Duration.ofSeconds(1));
    }

    private void close(Duration patience) {
        teller.shutdown();
        try {
            if (!teller.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                teller.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            teller.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
