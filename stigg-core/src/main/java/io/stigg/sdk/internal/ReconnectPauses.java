package io.stigg.sdk.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the stream is opened again: anything up to a bound that doubles, so that clients who lost it
 * together come back apart. After throttling it is longer. Not thread-safe.
 */
final class ReconnectPauses {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;
    private static final long LONGEST_THROTTLED_MILLIS = 300_000;
    private static final int MOST_DOUBLINGS = 10;

    private final DoubleSupplier random;
    private int attempts;

    /** @param random yields numbers from 0 to 1 */
    ReconnectPauses(DoubleSupplier random) {
        this.random = random;
    }

    Duration next(boolean isThrottled) {
        long doubled = FIRST_MILLIS << Math.min(attempts++, MOST_DOUBLINGS);
        double millis = isThrottled
                ? LONGEST_MILLIS + random.getAsDouble() * Math.min(LONGEST_THROTTLED_MILLIS, LONGEST_MILLIS + doubled)
                : random.getAsDouble() * Math.min(LONGEST_MILLIS, doubled);
        return Duration.ofMillis((long) millis);
    }

    /** The stream has been well for long enough. */
    void reset() {
        attempts = 0;
    }
}
