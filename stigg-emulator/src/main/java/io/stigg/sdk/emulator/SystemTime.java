package io.stigg.sdk.emulator;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's time, for a backend that runs by it. Thread-safe. */
final class SystemTime implements SdkClock {
    // Has no thread until a task is scheduled.
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "stigg-emulator timer");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Instant now() {
        // No finer than instants on the wire, lest a reading seem older than the same one sent.
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public long coarseMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> scheduled = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
