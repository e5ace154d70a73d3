package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * From when until when something has to be that is asked for. Immutable.
 *
 * @param from the earliest instant, empty for any
 * @param until the latest instant, empty for any
 */
public record TimeFilter(
        @ApiName("gte") Optional<Instant> from,
        @ApiName("lte") Optional<Instant> until) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public TimeFilter {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (from.isEmpty() && until.isEmpty()) {
            throw new IllegalArgumentException("from or until is needed");
        }
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw new IllegalArgumentException("from must not be after until: " + from.get() + ", " + until.get());
        }
    }

    /**
     * Asks for an instant and what is later.
     *
     * @param from the earliest instant
     * @return the filter
     */
    public static TimeFilter from(Instant from) {
        return new TimeFilter(Optional.of(from), Optional.empty());
    }

    /**
     * Asks for an instant and what is earlier.
     *
     * @param until the latest instant
     * @return the filter
     */
    public static TimeFilter until(Instant until) {
        return new TimeFilter(Optional.empty(), Optional.of(until));
    }

    /**
     * Asks for two instants and what is between them.
     *
     * @param from the earliest instant
     * @param until the latest instant
     * @return the filter
     * @throws IllegalArgumentException if the first is after the second
     */
    public static TimeFilter between(Instant from, Instant until) {
        return new TimeFilter(Optional.of(from), Optional.of(until));
    }

    /**
     * Tells whether an instant is asked for.
     *
     * @param instant the instant
     * @return whether it is
     */
    public boolean accepts(Instant instant) {
        return from.filter(instant::isBefore).isEmpty()
                && until.filter(instant::isAfter).isEmpty();
    }
}
