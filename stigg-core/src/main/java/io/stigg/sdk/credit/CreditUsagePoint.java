package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Credits consumed around an instant. Immutable.
 *
 * @param timestamp the instant
 * @param value how many credits
 */
public record CreditUsagePoint(Instant timestamp, double value) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditUsagePoint {
        requireNonNull(timestamp, "timestamp");
    }
}
