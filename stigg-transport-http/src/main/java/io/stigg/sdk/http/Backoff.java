package io.stigg.sdk.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Pauses between attempts: anything up to a bound that doubles, so that clients who failed together come back apart. */
final class Backoff {
    private static final double FIRST_MILLIS = 200;
    private static final double LONGEST_MILLIS = 2_000;

    private final DoubleSupplier random;

    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    Duration after(int attempts) {
        double bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS * Math.pow(2, attempts - 1));
        return Duration.ofMillis((long) (bound * random.getAsDouble()));
    }
}
