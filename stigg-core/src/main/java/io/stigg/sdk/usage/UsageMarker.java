package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An instant at which usage started again from 0. Immutable.
 *
 * @param timestamp the instant
 * @param type why
 */
public record UsageMarker(Instant timestamp, UsageMarkerType type) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageMarker {
        requireNonNull(timestamp, "timestamp");
        requireNonNull(type, "type");
    }
}
