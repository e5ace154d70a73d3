package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Usage at an instant. Immutable.
 *
 * @param timestamp the instant
 * @param value the usage of the period up to then, in the feature's units
 * @param isResetPoint whether usage started again from 0 there
 */
public record UsageHistoryPoint(Instant timestamp, double value, boolean isResetPoint) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageHistoryPoint {
        requireNonNull(timestamp, "timestamp");
    }
}
