package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * From when until when something is billed. Immutable.
 *
 * @param start when it starts, empty where Stigg does not say
 * @param end when it ends, empty where Stigg does not say
 */
public record PreviewPeriod(Optional<Instant> start, Optional<Instant> end) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PreviewPeriod {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
    }
}
