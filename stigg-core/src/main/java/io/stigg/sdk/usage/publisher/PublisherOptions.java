package io.stigg.sdk.usage.publisher;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.usage.ReportEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How events are brought to Stigg. Immutable.
 *
 * @param batchSize how many events are sent together, 1 to {@value ReportEvent#MOST}
 * @param linger how long an event waits at most for others to be sent with, more than 0
 * @param concurrency how many batches are under way at a time, 1 or more
 * @param whenFull what happens to an event for which there is no room
 * @param onUndelivered is given each event that was accepted and will not be delivered: on the publisher's thread, which
 *     waits for it; what it throws is logged. Empty to have them counted in the log
 */
public record PublisherOptions(
        int batchSize,
        Duration linger,
        int concurrency,
        WhenFull whenFull,
        Optional<Consumer<UndeliveredEvent>> onUndelivered) {
    private static final Duration LONGEST_LINGER = Duration.ofHours(1);
    private static final PublisherOptions DEFAULTS =
            new PublisherOptions(ReportEvent.MOST, Duration.ofSeconds(1), 2, WhenFull.refuse(), Optional.empty());

    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public PublisherOptions {
        if (batchSize < 1 || batchSize > ReportEvent.MOST) {
            throw new IllegalArgumentException("batchSize must be 1 to " + ReportEvent.MOST + ", not " + batchSize);
        }
        requireNonNull(linger, "linger");
        if (linger.isNegative() || linger.isZero() || linger.compareTo(LONGEST_LINGER) > 0) {
            throw new IllegalArgumentException(
                    "linger must be more than 0 and at most " + LONGEST_LINGER + ", not " + linger);
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be 1 or more, not " + concurrency);
        }
        requireNonNull(whenFull, "whenFull");
        requireNonNull(onUndelivered, "onUndelivered");
    }

    /**
     * Returns the defaults.
     *
     * @return batches of 1,000 after a second at most, two at a time; an event without room is refused, and what cannot be
     *     delivered is counted in the log
     */
    public static PublisherOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how many events are sent together.
     *
     * @param events how many, 1 to {@value ReportEvent#MOST}
     * @return the changed options
     * @throws IllegalArgumentException if it is something else
     */
    public PublisherOptions withBatchSize(int events) {
        return new PublisherOptions(events, linger, concurrency, whenFull, onUndelivered);
    }

    /**
     * Sets how long an event waits at most for others to be sent with.
     *
     * @param time more than 0, at most an hour
     * @return the changed options
     * @throws IllegalArgumentException if it is something else
     */
    public PublisherOptions withLinger(Duration time) {
        return new PublisherOptions(batchSize, time, concurrency, whenFull, onUndelivered);
    }

    /**
     * Sets how many batches are under way at a time.
     *
     * @param batches how many, 1 or more
     * @return the changed options
     * @throws IllegalArgumentException if it is less
     */
    public PublisherOptions withConcurrency(int batches) {
        return new PublisherOptions(batchSize, linger, batches, whenFull, onUndelivered);
    }

    /**
     * Sets what happens to an event for which there is no room.
     *
     * @param choice what happens
     * @return the changed options
     */
    public PublisherOptions withWhenFull(WhenFull choice) {
        return new PublisherOptions(batchSize, linger, concurrency, choice, onUndelivered);
    }

    /**
     * Sets who is given events that were accepted and will not be delivered.
     *
     * @param handler is given each of them, on the publisher's thread
     * @return the changed options
     */
    public PublisherOptions onUndelivered(Consumer<UndeliveredEvent> handler) {
        return new PublisherOptions(batchSize, linger, concurrency, whenFull, Optional.of(handler));
    }
}
