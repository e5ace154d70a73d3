package io.stigg.sdk.internal;

import io.stigg.sdk.StiggListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One listener and the events that it has not been told yet: in order, and not more than a bound. Thread-safe; the
 * listener is called without a lock.
 */
final class Mailbox {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.listeners");
    private static final int MOST = 10_000;

    private final StiggListener listener;
    private final Executor threads;
    private final Queue<Consumer<StiggListener>> events = new ArrayDeque<>();
    private boolean isBeingEmptied;
    private boolean isRemoved;
    private long missed;

    Mailbox(StiggListener listener, Executor threads) {
        this.listener = listener;
        this.threads = threads;
    }

    StiggListener listener() {
        return listener;
    }

    void add(Consumer<StiggListener> event) {
        synchronized (this) {
            if (isRemoved || !hasRoomFor(event) || isBeingEmptied) {
                return;
            }
            isBeingEmptied = true;
        }
        threads.execute(this::empty);
    }

    private boolean hasRoomFor(Consumer<StiggListener> event) {
        if (events.size() >= MOST) {
            countMissed();
            return false;
        }
        tellMissed();
        events.add(event);
        return true;
    }

    private void countMissed() {
        missed++;
        if (Long.bitCount(missed) == 1) {
            String name = listener.getClass().getName();
            LOG.log(Level.WARNING, () -> name + " is too slow: events were dropped, since it last kept up " + missed);
        }
    }

    private void tellMissed() {
        if (missed > 0) {
            long count = missed;
            missed = 0;
            events.add(late -> late.onEventsMissed(count));
        }
    }

    private void empty() {
        for (Consumer<StiggListener> event = next(); event != null; event = next()) {
            try {
                event.accept(listener);
            } catch (Throwable failure) {
                LOG.log(
                        Level.WARNING,
                        "A listener failed: " + listener.getClass().getName(),
                        failure);
            }
        }
    }

    private synchronized @Nullable Consumer<StiggListener> next() {
        if (events.isEmpty()) {
            tellMissed();
        }
        Consumer<StiggListener> event = isRemoved ? null : events.poll();
        isBeingEmptied = event != null;
        return event;
    }

    /** From now on the listener is told nothing, but for a call that is under way. */
    synchronized void remove() {
        isRemoved = true;
        events.clear();
    }
}
