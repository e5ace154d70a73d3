package io.stigg.sdk.usage.publisher;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What has become of the events of a publisher. Immutable.
 *
 * @param accepted how many were published, and found in the outbox at the start
 * @param delivered how many of them Stigg has accepted
 * @param retried how many were sent again, counted each time
 * @param refused how many Stigg will not have
 * @param dropped how many were dropped to make room for others
 * @param waiting how many wait in the outbox
 * @param inFlight how many have been taken from it, and are being sent or wait to be sent again
 * @param oldestAge how long ago the oldest that is waiting or in flight happened: how far behind Stigg is; empty if there is
 *     none
 */
public record PublisherStatistics(
        long accepted,
        long delivered,
        long retried,
        long refused,
        long dropped,
        long waiting,
        long inFlight,
        Optional<Duration> oldestAge) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if the age is null
     */
    public PublisherStatistics {
        requireNonNull(oldestAge, "oldestAge");
    }
}
