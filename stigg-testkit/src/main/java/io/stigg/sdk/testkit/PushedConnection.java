package io.stigg.sdk.testkit;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a stream. What is to be told waits in a queue, and whoever delivers first tells all of it, without a
 * lock; so it is told by one thread at a time and in order, though any thread may deliver. Thread-safe.
 */
final class PushedConnection {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.testkit");

    private final UpdateStream stream;
    private final UpdateListener listener;
    private final SdkClock clock;
    private final BooleanSupplier isHeld;
    private final Queue<Consumer<UpdateListener>> waiting = new ArrayDeque<>();
    private boolean delivering;
    private boolean open;
    private boolean ended;

    // Of whoever delivers, which is one thread at a time.
    private boolean threw;

    /**
     * Makes a connection that has yet to open.
     *
     * @param stream which stream it is of
     * @param listener is told
     * @param clock the listener's time
     * @param isHeld tells whether Stigg is silent, so that everything but the end has to wait
     */
    PushedConnection(UpdateStream stream, UpdateListener listener, SdkClock clock, BooleanSupplier isHeld) {
        this.stream = stream;
        this.listener = listener;
        this.clock = clock;
        this.isHeld = isHeld;
    }

    boolean isOf(UpdateStream which) {
        return stream.equals(which);
    }

    void opens() {
        add(to -> {
            markOpen();
            to.onOpen();
        });
    }

    private synchronized void markOpen() {
        open = !ended;
    }

    synchronized boolean isOpen() {
        return open;
    }

    void push(Update update) {
        add(to -> to.onUpdate(asOfNow(update)));
    }

    /** A set counts as fetched when it arrives, by the clock of whom it is told. */
    private Update asOfNow(Update update) {
        return update instanceof EntitlementSnapshot set
                ? new EntitlementSnapshot(set.scope(), set.entitlements(), set.denial(), set.updatedAt(), clock.now())
                : update;
    }

    private synchronized void add(Consumer<UpdateListener> news) {
        if (!ended) {
            waiting.add(news);
        }
    }

    /** Ends the connection. What Stigg has held back by then is lost; one that has not opened yet never will. */
    synchronized void end(StiggException cause) {
        if (isHeld.getAsBoolean() || !open) {
            waiting.clear();
        }
        add(to -> to.onEnd(cause));
        open = false;
        ended = true;
    }

    /** Ends the connection without a word. */
    synchronized void close() {
        waiting.clear();
        open = false;
        ended = true;
    }

    /** Tells what waits, unless another thread is about it, which then tells it. */
    void deliver() {
        if (!begin()) {
            return;
        }
        for (Consumer<UpdateListener> news = next(); news != null; news = next()) {
            tell(news);
        }
    }

    private synchronized boolean begin() {
        boolean begun = !delivering;
        delivering = true;
        return begun;
    }

    private synchronized @Nullable Consumer<UpdateListener> next() {
        Consumer<UpdateListener> next = isHeld.getAsBoolean() && !ended ? null : waiting.poll();
        if (next == null) {
            delivering = false;
        }
        return next;
    }

    /** A listener must not throw. If it does, it is the only one to miss anything, and it is told of once. */
    private void tell(Consumer<UpdateListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException | Error defect) {
            LOG.log(threw ? Level.DEBUG : Level.WARNING, "A listener of the in-memory Stigg threw", defect);
            threw = true;
        }
    }
}
