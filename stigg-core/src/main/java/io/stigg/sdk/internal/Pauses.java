package io.stigg.sdk.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before something that failed is tried again: anything up to a bound that doubles, so that clients who
 * failed together come back apart. After throttling it is longer. Not thread-safe.
 */
public final class Pauses {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;
    private static final long LONGEST_THROTTLED_MILLIS = 300_000;
    private static final int MOST_DOUBLINGS = 10;

    private final DoubleSupplier random;
    private int attempts;

    /**
     * Starts with the shortest.
     *
     * @param random yields numbers from 0 to 1
     */
    public Pauses(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * Returns the next pause.
     *
     * @param isThrottled whether it is Stigg who wants it
     * @return how long to wait
     */
    public Duration next(boolean isThrottled) {
        long doubled = FIRST_MILLIS << Math.min(attempts++, MOST_DOUBLINGS);
        double millis = isThrottled
                ? LONGEST_MILLIS + random.getAsDouble() * Math.min(LONGEST_THROTTLED_MILLIS, LONGEST_MILLIS + doubled)
                : random.getAsDouble() * Math.min(LONGEST_MILLIS, doubled);
        return Duration.ofMillis((long) millis);
    }

    /** It has been well for long enough. */
    public void reset() {
        attempts = 0;
    }
}
