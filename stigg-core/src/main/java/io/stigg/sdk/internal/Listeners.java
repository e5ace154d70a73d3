package io.stigg.sdk.internal;

import io.stigg.sdk.CacheHitListener;
import io.stigg.sdk.Registration;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.CacheHit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells listeners what happens, each in order, on daemon threads that end when they are idle. Thread-safe.
 *
 * <p>Each listener has a queue, and a thread while there is something in it: one that blocks delays nobody but itself.
 */
public final class Listeners implements AutoCloseable {
    private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor threads;
    private volatile boolean hitsAreHeard;

    /**
     * Makes the listeners of a client.
     *
     * @param first who listens from the start
     */
    public Listeners(List<StiggListener> first) {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "stigg-events-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        // What happens after the end is told to nobody.
        threads.setRejectedExecutionHandler((event, executor) -> {});
        first.forEach(this::add);
    }

    /**
     * Adds a listener.
     *
     * @param listener is told from now on
     * @return removes the listener
     */
    public Registration add(StiggListener listener) {
        Mailbox mailbox = new Mailbox(listener, threads);
        mailboxes.add(mailbox);
        lookForHitListeners();
        return () -> {
            mailbox.remove();
            mailboxes.remove(mailbox);
            lookForHitListeners();
        };
    }

    private synchronized void lookForHitListeners() {
        hitsAreHeard = mailboxes.stream().anyMatch(mailbox -> mailbox.listener() instanceof CacheHitListener);
    }

    boolean isEmpty() {
        return mailboxes.isEmpty();
    }

    void tell(Consumer<StiggListener> event) {
        if (!mailboxes.isEmpty()) {
            mailboxes.forEach(mailbox -> mailbox.add(event));
        }
    }

    /** Costs a hit nothing while nobody wants to hear of it. */
    void tellHit(CustomerScope scope) {
        if (hitsAreHeard) {
            CacheHit hit = new CacheHit(scope);
            mailboxes.forEach(mailbox -> {
                if (mailbox.listener() instanceof CacheHitListener) {
                    mailbox.add(listener -> ((CacheHitListener) listener).onCacheHit(hit));
                }
            });
        }
    }

    /** Tells what is queued, for at most a second, and ends the threads. */
    @Override
    public void close() {
        close(Duration.ofSeconds(1));
    }

    private void close(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
