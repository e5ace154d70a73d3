package io.stigg.sdk.internal;

import io.stigg.sdk.Registration;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.port.UpdateStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the stream open: one connection at a time, for ever, until the key is refused or the client is closed.
 * Thread-safe; the lock guards a few fields and is never held while foreign code runs.
 */
public final class LiveUpdates implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.updates");
    private static final Duration HEALTHY_AFTER = Duration.ofMinutes(1);
    private static final Duration POLLING_AFTER = Duration.ofSeconds(30);

    private final UpdateStream stream;
    private final UpdateHandler handler;
    private final Trust trust;
    private final StatusTracker status;
    private final SdkClock clock;
    private final ReconnectPauses pauses =
            new ReconnectPauses(() -> ThreadLocalRandom.current().nextDouble());
    private @Nullable Connection current;
    private Registration timer = () -> {};
    private Registration outageTimer = () -> {};
    private boolean isAway;
    private @Nullable StiggException lastCause;
    private boolean isClosed;

    /**
     * Makes what {@link #start} starts.
     *
     * @param stream is kept open
     * @param handler does what updates ask for
     * @param trust is told whether the stream is open
     * @param status is told as well
     * @param clock waits
     */
    public LiveUpdates(UpdateStream stream, UpdateHandler handler, Trust trust, StatusTracker status, SdkClock clock) {
        this.stream = stream;
        this.handler = handler;
        this.trust = trust;
        this.status = status;
        this.clock = clock;
    }

    /** Opens the stream, unless there is none. */
    public void start() {
        if (stream != UpdateStream.none()) {
            status.whenAcceptedAgain(this::resume);
            status.updates(Updates.CONNECTING);
            away();
            connect();
        }
    }

    private void connect() {
        Connection next = new Connection();
        synchronized (this) {
            if (isClosed || current != null) {
                return;
            }
            current = next;
        }
        next.holdOn(stream.open(next));
    }

    private synchronized boolean isCurrent(Connection connection) {
        return connection == current;
    }

    private void opened() {
        synchronized (this) {
            timer = clock.schedule(HEALTHY_AFTER, this::healthy);
            outageTimer.close();
            isAway = false;
        }
        trust.opened();
        boolean wasAway = status.status().updates() != Updates.CONNECTING;
        LOG.log(wasAway ? Level.INFO : Level.DEBUG, "Stigg tells what changes; following it live");
        status.updates(Updates.LIVE);
    }

    private synchronized void healthy() {
        pauses.reset();
    }

    private void ended(boolean wasOpen, StiggException cause) {
        synchronized (this) {
            current = null;
            lastCause = cause;
            timer.close();
        }
        if (wasOpen) {
            trust.lost();
            LOG.log(
                    Level.INFO,
                    () -> "The stream of updates broke off, and will be opened again: " + cause.getMessage());
            status.updates(Updates.RECONNECTING);
        }
        away();
        if (isRefusal(cause)) {
            status.updates(Updates.REFUSED);
            status.observe(cause);
        } else {
            retry(cause instanceof StiggApiException refused && refused.isThrottled());
        }
    }

    private static boolean isRefusal(StiggException cause) {
        return cause instanceof StiggApiException refused && refused.isAuthenticationFailure();
    }

    /** The key was refused, and has been accepted again, by the API at least. */
    private void resume() {
        if (status.status().updates() == Updates.REFUSED) {
            status.updates(Updates.RECONNECTING);
            retry(false);
        }
    }

    private synchronized void retry(boolean isThrottled) {
        if (!isClosed) {
            timer = clock.schedule(pauses.next(isThrottled), this::connect);
        }
    }

    private synchronized void away() {
        if (!isAway && !isClosed) {
            isAway = true;
            outageTimer = clock.schedule(POLLING_AFTER, () -> poll(lastCause()));
        }
    }

    private synchronized @Nullable StiggException lastCause() {
        return lastCause;
    }

    private void poll(@Nullable StiggException cause) {
        Updates now = status.status().updates();
        if (now != Updates.LIVE && now != Updates.REFUSED) {
            LOG.log(
                    Level.WARNING,
                    () -> "Stigg has told nothing for " + POLLING_AFTER.toSeconds()
                            + " seconds; asking again for what is in use, until it does"
                            + (cause == null ? "" : ": " + cause.getMessage()));
            status.updates(Updates.POLLING);
        }
    }

    /** Ends the connection and every timer at once. */
    @Override
    public void close() {
        Connection last;
        synchronized (this) {
            isClosed = true;
            last = current;
            current = null;
            timer.close();
            outageTimer.close();
        }
        if (last != null) {
            last.close();
        }
    }

    /** One opening of the stream. Once it is no longer the current one, what it says is not heard. */
    private final class Connection implements UpdateListener {
        private @Nullable Registration registration;
        private boolean isClosed;
        private volatile boolean isOpen;

        /** A stream may have ended, or the client been closed, before it was known how to close it. */
        void holdOn(Registration opened) {
            synchronized (this) {
                registration = opened;
                if (!isClosed && isCurrent(this)) {
                    return;
                }
            }
            opened.close();
        }

        void close() {
            Registration open;
            synchronized (this) {
                isClosed = true;
                open = registration;
            }
            if (open != null) {
                open.close();
            }
        }

        @Override
        public void onOpen() {
            if (isCurrent(this)) {
                isOpen = true;
                opened();
            }
        }

        @Override
        public void onUpdate(Update update) {
            if (isCurrent(this)) {
                handler.handle(update);
            }
        }

        @Override
        public void onEnd(Throwable cause) {
            if (isCurrent(this)) {
                ended(isOpen, RequestSender.asStiggException(cause));
            }
        }
    }
}
