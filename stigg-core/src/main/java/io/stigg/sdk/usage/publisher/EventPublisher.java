package io.stigg.sdk.usage.publisher;

import io.stigg.sdk.usage.UsageEvent;
import java.time.Duration;

/**
 * Takes events from the path of the application's requests, and brings them to Stigg behind it: in batches, a few at a
 * time, again and again until Stigg has them. Thread-safe.
 *
 * <p>What is accepted is delivered, or handed to {@link PublisherOptions#onUndelivered} with the reason, or counted as
 * dropped if the options ask for that; nothing else becomes of it. An event may be sent several times and counts once. Events
 * may overtake each other.
 *
 * <p>A client has one publisher, which ends with it.
 *
 * <p>Threads: one daemon thread named {@code stigg-publisher}, which ends when there is nothing to do.
 */
public interface EventPublisher {
    /**
     * Accepts an event. Returns in microseconds, unless the outbox is full and the options say to wait.
     *
     * @param event the event; without a time it happens now
     * @throws io.stigg.sdk.error.StiggOutboxException if it was not accepted: there is no room for it, or it could not be
     *     written to where it is to be kept
     * @throws IllegalStateException if the publisher is closed
     */
    void publish(UsageEvent event);

    /**
     * Brings what was accepted so far to Stigg without waiting for full batches, and waits for it.
     *
     * @param timeout how long to wait; an interrupt ends the wait as well, and is kept for the caller to see
     * @return what is left
     * @throws IllegalArgumentException if the timeout is negative
     */
    FlushReport flush(Duration timeout);

    /**
     * Accepts no more, brings what was accepted to Stigg, and ends. What is left then stays in the outbox for the next
     * process, if it is one that lasts; else it is handed to {@link PublisherOptions#onUndelivered}. Closing again does
     * nothing.
     *
     * @param timeout how long to wait
     * @return what is left
     * @throws IllegalArgumentException if the timeout is negative
     */
    FlushReport close(Duration timeout);

    /**
     * Counts what has become of the events.
     *
     * @return the figures; those of one moment, near enough
     */
    PublisherStatistics statistics();
}
