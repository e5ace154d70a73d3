package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a listener what happens, unless it no longer wants to know, and contains what it throws. Confined to the
 * connection's mailbox, but for {@link #silence}.
 *
 * <p>What is told before the stream is open waits until it is: it may be newer than what the listener asks for then.
 */
final class Teller {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.http");
    private static final int MOST_EARLY = 1_000;

    private final UpdateListener listener;
    private final List<Update> early = new ArrayList<>();
    private boolean open;
    private boolean failed;
    private volatile boolean silent;

    Teller(UpdateListener listener) {
        this.listener = listener;
    }

    boolean isOpen() {
        return open;
    }

    void open() {
        if (!open) {
            open = true;
            tell(listener::onOpen);
            early.forEach(this::tell);
            early.clear();
        }
    }

    void tell(Update update) {
        if (open) {
            tell(() -> listener.onUpdate(update));
        } else if (early.size() < MOST_EARLY) {
            early.add(update);
        }
    }

    void end(StiggException cause) {
        tell(() -> listener.onEnd(cause));
    }

    /** The listener wants to hear no more. */
    void silence() {
        silent = true;
    }

    private void tell(Runnable news) {
        if (silent) {
            return;
        }
        try {
            news.run();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            if (!failed) {
                failed = true;
                LOG.log(
                        Level.WARNING,
                        "A listener of updates failed: " + listener.getClass().getName(),
                        failure);
            }
        }
    }
}
