package io.stigg.sdk.offline;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;

/**
 * The system's time. Unlike the clock of an online client it starts no thread to be read: only what is to happen later takes
 * one, which is reading a file anew and publishing events. Thread-safe.
 */
final class OfflineClock implements SdkClock {
    private final SdkClock timers = SdkClock.system();

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long coarseMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        return timers.schedule(delay, task);
    }

    @Override
    public void close() {
        timers.close();
    }

    @Override
    public String toString() {
        return "OfflineClock";
    }
}
