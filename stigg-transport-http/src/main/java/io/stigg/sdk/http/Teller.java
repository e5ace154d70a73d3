package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Tells a listener what happens, unless it no longer wants to know, and contains what it throws. Confined to the
 * connection's mailbox, but for {@link #silence}.
 *
 * <p>What comes before the stream is open is left out: the listener asks for everything anew once it is.
 */
final class Teller {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.http");

    private final UpdateListener listener;
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
        open = true;
        tell(listener::onOpen);
    }

    void tell(Update update) {
        if (open) {
            tell(() -> listener.onUpdate(update));
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
        } catch (Throwable failure) {
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
