package io.stigg.sdk.port;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time and timers. Everything that the SDK does in time goes through this port, so that a test can own it.
 * How old something is, and so whether it may still be used, is told by it: an implementation must not let time go back, as the
 * clock of a machine does that is set.
 *
 * <p>Threading: every method is called from any thread and returns at once. Tasks run on a thread of the clock's own, one
 * at a time; they are short and do not throw.
 */
public interface SdkClock extends AutoCloseable {
    /**
     * Makes a clock on the system's time, for an adapter set that is put together by hand; every other client makes its
     * own.
     *
     * @return the clock; its one daemon thread starts when it is first needed
     */
    static SdkClock system() {
        return system(InstantSource.system());
    }

    /**
     * Makes a clock on a source of time of your own, such as one that is kept right by other means than the system's. Like the
     * system's it may be set back: the clock does not follow at once, but goes at half speed until both agree.
     *
     * @param source tells the time; from any thread
     * @return the clock; its one daemon thread starts when it is first needed
     */
    static SdkClock system(InstantSource source) {
        return new SystemClock(requireNonNull(source, "source"));
    }

    /**
     * Tells the time, which never goes back.
     *
     * @return the present instant
     */
    Instant now();

    /**
     * Tells the time for the path of every check, where even reading the system's clock would be felt.
     *
     * @return milliseconds since the epoch, at most 50 behind {@link #now()}
     */
    long coarseMillis();

    /**
     * Runs a task once, later.
     *
     * @param delay how much later; zero or negative means as soon as possible
     * @param task what to run
     * @return ends the wait; a task that has begun is not interrupted
     */
    Registration schedule(Duration delay, Runnable task);

    /** Ends the clock's threads; tasks that wait are dropped. Never throws. */
    @Override
    void close();
}
