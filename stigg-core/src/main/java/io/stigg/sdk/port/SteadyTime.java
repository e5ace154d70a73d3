package io.stigg.sdk.port;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of a source that may be set back, as one that never goes back: it passes at half speed then, until the source has
 * caught up. So an age is never negative and never stands still, and is at most half of what it really is. A source that is set
 * forward is followed at once. Thread-safe.
 */
final class SteadyTime {
    private static final long NANOS = 1_000_000_000;

    private final InstantSource source;
    private final LongSupplier passing;
    private long lastTold = Long.MIN_VALUE;
    private long lastPassing;

    /**
     * @param source tells the time
     * @param passing nanoseconds since whenever, which nobody sets
     */
    SteadyTime(InstantSource source, LongSupplier passing) {
        this.source = source;
        this.passing = passing;
    }

    synchronized Instant now() {
        long passed = passing.getAsLong();
        Instant stated = source.instant();
        long told = stated.getEpochSecond() * NANOS + stated.getNano();
        if (lastTold != Long.MIN_VALUE) {
            told = Math.max(told, lastTold + (passed - lastPassing) / 2);
        }
        lastTold = told;
        lastPassing = passed;
        return Instant.ofEpochSecond(Math.floorDiv(told, NANOS), Math.floorMod(told, NANOS));
    }
}
