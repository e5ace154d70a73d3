package io.stigg.sdk.http;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A timer that is set again and again; what it was set to before is forgotten. Thread-safe. */
final class Alarm {
    private final SdkClock clock;
    private final Executor steps;

    // Guarded by this.
    private @Nullable Runnable awaited;
    private Registration timer = () -> {};
    private boolean stopped;

    /**
     * @param steps runs what is due, which the clock's thread is not for
     */
    Alarm(SdkClock clock, Executor steps) {
        this.clock = clock;
        this.steps = steps;
    }

    synchronized void set(Duration delay, Runnable task) {
        clear();
        if (!stopped) {
            // An object of its own, so that a wait that has just ended is not taken for the one that replaced it.
            Runnable wait = () -> task.run();
            awaited = wait;
            timer = clock.schedule(delay, () -> steps.execute(() -> ring(wait)));
        }
    }

    private void clear() {
        awaited = null;
        timer.close();
    }

    /** Clears it for good. */
    synchronized void stop() {
        stopped = true;
        clear();
    }

    private void ring(Runnable wait) {
        synchronized (this) {
            if (awaited != wait) {
                return;
            }
            awaited = null;
        }
        wait.run();
    }
}
