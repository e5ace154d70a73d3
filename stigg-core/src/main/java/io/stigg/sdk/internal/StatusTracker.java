package io.stigg.sdk.internal;

import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.StiggStatus.State;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggOfflineException;
import io.stigg.sdk.port.SdkClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from what every exchange with Stigg shows how the client is doing, and tells whenever that changes: once an
 * outage, not once a failure. Thread-safe; the lock guards a few fields and the order in which changes are queued for
 * listeners, and is never held while foreign code runs.
 */
public final class StatusTracker {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.status");

    private static final Duration LONGEST_WAIT = Duration.ofDays(3650);

    private final SdkClock clock;
    private final Listeners listeners;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile StiggStatus status;
    private volatile Runnable doubt = () -> {};
    private volatile Runnable acceptedAgain = () -> {};

    /**
     * Starts with {@link State#STARTING}.
     *
     * @param clock tells since when
     * @param listeners are told of changes
     */
    public StatusTracker(SdkClock clock, Listeners listeners) {
        this.clock = clock;
        this.listeners = listeners;
        this.status = new StiggStatus(State.STARTING, clock.now(), Optional.empty(), Optional.empty(), Updates.OFF);
    }

    /**
     * Tells how the client is doing.
     *
     * @return the status
     */
    public StiggStatus status() {
        return status;
    }

    /** Tells whether Stigg could not be asked the last time, so that it is better to wait for the probe than to ask. */
    boolean isDown() {
        State state = status.state();
        return state == State.DEGRADED || state == State.AUTHENTICATION_FAILED;
    }

    boolean isClosed() {
        return status.state() == State.CLOSED;
    }

    /**
     * Sets what to do when Stigg may be down.
     *
     * @param probe finds out, and reports by {@link #observe}
     */
    public void whenInDoubt(Runnable probe) {
        doubt = probe;
    }

    /**
     * Sets what to do when a key that was refused is accepted after all.
     *
     * @param action returns soon
     */
    void whenAcceptedAgain(Runnable action) {
        acceptedAgain = action;
    }

    /** Takes note of what has become of the stream. */
    void updates(Updates next) {
        lock.lock();
        try {
            StiggStatus before = status;
            if (before.state() == State.CLOSED || before.updates() == next) {
                return;
            }
            StiggStatus after =
                    new StiggStatus(before.state(), before.since(), before.lastSuccess(), before.lastFailure(), next);
            status = after;
            listeners.tell(listener -> listener.onStatusChanged(after));
        } finally {
            lock.unlock();
        }
    }

    /** One answer that makes no sense may be the fault of its data alone; whether it is Stigg's, another has to show. */
    void suspect() {
        doubt.run();
    }

    /** Takes note of an exchange: of its failure, or of its success if that is null. */
    void observe(@Nullable StiggException failure) {
        if (failure == null || isAnswer(failure)) {
            move(State.READY, null);
        } else if (failure instanceof StiggApiException refused && refused.isAuthenticationFailure()) {
            move(State.AUTHENTICATION_FAILED, failure);
        } else {
            move(State.DEGRADED, failure);
        }
    }

    /** Stigg refusing one request says that Stigg is well, and so it is for a client that is meant to work without it. */
    private static boolean isAnswer(StiggException failure) {
        return failure instanceof StiggOfflineException
                || (failure instanceof StiggApiException refused
                        && !refused.isAuthenticationFailure()
                        && !refused.isRetryable());
    }

    /**
     * Ends in {@link State#CLOSED}.
     *
     * @return whether this was the first time
     */
    public boolean close() {
        return move(State.CLOSED, null);
    }

    private boolean move(State to, @Nullable StiggException failure) {
        Instant now = clock.now();
        StiggStatus next;
        State from;
        boolean isNews;
        lock.lock();
        try {
            from = status.state();
            if (from == State.CLOSED) {
                return false;
            }
            isNews = from != to;
            next = new StiggStatus(
                    to,
                    isNews ? now : status.since(),
                    to == State.READY ? Optional.of(now) : status.lastSuccess(),
                    Optional.ofNullable(failure),
                    to == State.CLOSED ? Updates.OFF : status.updates());
            status = next;
            changed.signalAll();
            if (isNews) {
                listeners.tell(listener -> listener.onStatusChanged(next));
            }
        } finally {
            lock.unlock();
        }
        if (isNews) {
            log(from, next);
        }
        if (isDown()) {
            doubt.run();
        } else if (from == State.AUTHENTICATION_FAILED && to == State.READY) {
            acceptedAgain.run();
        }
        return isNews;
    }

    private static void log(State before, StiggStatus now) {
        switch (now.state()) {
            case DEGRADED ->
                LOG.log(
                        Level.WARNING,
                        () -> "Stigg cannot be reached; answering from what is known, then from fallbacks: "
                                + cause(now));
            case AUTHENTICATION_FAILED ->
                LOG.log(Level.ERROR, () -> "Stigg refuses the API key; check it: " + cause(now));
            case READY ->
                LOG.log(before == State.STARTING ? Level.DEBUG : Level.INFO, "Stigg answers, and accepts the key");
            case STARTING, CLOSED -> LOG.log(Level.DEBUG, () -> "The client is " + now.state());
        }
    }

    private static String cause(StiggStatus status) {
        return status.lastFailure().map(Throwable::getMessage).orElse("");
    }

    /**
     * Waits until Stigg has accepted the key.
     *
     * @param timeout how long, in real time
     * @return whether it has
     */
    public boolean awaitReady(Duration timeout) {
        long left = timeout.compareTo(LONGEST_WAIT) < 0 ? timeout.toNanos() : LONGEST_WAIT.toNanos();
        lock.lock();
        try {
            while (true) {
                State state = status.state();
                if (state == State.READY
                        || state == State.AUTHENTICATION_FAILED
                        || state == State.CLOSED
                        || left <= 0) {
                    return state == State.READY;
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
