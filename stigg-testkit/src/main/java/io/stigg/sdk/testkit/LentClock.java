package io.stigg.sdk.testkit;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;

/** A backend's clock as each of its clients has it: a client that is closed leaves the clock to the others. Thread-safe. */
final class LentClock implements SdkClock {
    private final SdkClock owned;

    LentClock(SdkClock owned) {
        this.owned = owned;
    }

    @Override
    public Instant now() {
        return owned.now();
    }

    @Override
    public long coarseMillis() {
        return owned.coarseMillis();
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        return owned.schedule(delay, task);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return owned.toString();
    }
}
