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
    private final Polling polling;
    private final SdkClock clock;
    private final Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextDouble());
    private @Nullable Connection current;
    private Registration timer = () -> {};
    private Registration outageTimer = () -> {};
    private boolean isAway;
    private boolean isSecondTry;
    private @Nullable StiggException lastCause;
    private boolean isClosed;

    /**
     * Makes what {@link #start} starts.
     *
     * @param stream is kept open
     * @param handler does what updates ask for
     * @param trust is told whether the stream is open
     * @param status is told as well
     * @param polling stands in while the stream is away for long
     * @param clock waits
     */
    public LiveUpdates(
            UpdateStream stream,
            UpdateHandler handler,
            Trust trust,
            StatusTracker status,
            Polling polling,
            SdkClock clock) {
        this.stream = stream;
        this.handler = handler;
        this.trust = trust;
        this.status = status;
        this.polling = polling;
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
        try {
            next.holdOn(stream.open(next));
        } catch (RuntimeException failure) {
            next.onEnd(failure);
        }
    }

    private synchronized boolean isCurrent(Connection connection) {
        return connection == current;
    }

    private void opened() {
        boolean isFirst;
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isFirst = status.status().updates() == Updates.CONNECTING;
            timer = clock.schedule(HEALTHY_AFTER, this::healthy);
            outageTimer.close();
            polling.stop();
            isAway = false;
            isSecondTry = false;
            trust.opened();
            status.updates(Updates.LIVE);
        }
        LOG.log(isFirst ? Level.DEBUG : Level.INFO, "Stigg tells what changes; following it live");
    }

    private synchronized void healthy() {
        pauses.reset();
    }

    /** Once the status says that the stream will be opened again, the clock knows when. */
    private void ended(boolean wasOpen, StiggException cause) {
        boolean isRefused = isRefusal(cause);
        synchronized (this) {
            if (isClosed) {
                return;
            }
            current = null;
            lastCause = cause;
            timer.close();
            if (wasOpen) {
                trust.lost();
            }
            away();
            if (!isRefused) {
                retry(cause instanceof StiggApiException refusal && refusal.isThrottled());
            }
            if (isRefused || wasOpen) {
                status.updates(isRefused ? Updates.REFUSED : Updates.RECONNECTING);
            }
        }
        if (isRefused) {
            refused(cause);
            return;
        }
        LOG.log(
                wasOpen ? Level.INFO : Level.DEBUG,
                () -> "The stream of updates broke off, and will be opened again: " + cause.getMessage());
    }

    private static boolean isRefusal(StiggException cause) {
        return cause instanceof StiggApiException refusal && refusal.isAuthenticationFailure();
    }

    private void refused(StiggException cause) {
        if (isSecondTry()) {
            LOG.log(
                    Level.ERROR,
                    () -> "Stigg answers, but refuses to tell what changes; asking again and again instead: "
                            + cause.getMessage());
        } else {
            status.observe(cause);
        }
    }

    private synchronized boolean isSecondTry() {
        return isSecondTry;
    }

    /** The key was refused, and has been accepted again, by the API at least. The stream is given one more chance. */
    private synchronized void resume() {
        if (status.status().updates() == Updates.REFUSED && !isSecondTry) {
            isSecondTry = true;
            retry(false);
            status.updates(Updates.RECONNECTING);
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
            outageTimer = clock.schedule(POLLING_AFTER, this::poll);
        }
    }

    private synchronized void poll() {
        if (!isAway || isClosed) {
            return;
        }
        polling.start();
        if (status.status().updates() != Updates.REFUSED) {
            status.updates(Updates.POLLING);
            String cause = lastCause == null ? "" : ": " + lastCause.getMessage();
            LOG.log(
                    Level.WARNING,
                    () -> "Stigg has told nothing for " + POLLING_AFTER.toSeconds()
                            + " seconds; asking again and again for what is held, until it does" + cause);
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
            polling.stop();
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
