package io.stigg.sdk.port;

import io.stigg.sdk.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time of a source, the system's by default, and one daemon thread for timers. Thread-safe.
 *
 * <p>Reading the system's clock costs as much as a whole cached check, so the coarse time is a field that the timer
 * thread renews while somebody reads it, and that falls asleep when nobody does: an idle process is not woken.
 */
final class SystemClock implements SdkClock {
    private static final long TICK_MILLIS = 20;
    private static final long ASLEEP = Long.MIN_VALUE;

    private final SteadyTime time;
    private final ScheduledThreadPoolExecutor timer;
    private volatile long coarseMillis = ASLEEP;
    // Written by readers only when it is false, so that threads which only read do not fight over its cache line.
    private volatile boolean read;

    SystemClock(InstantSource source) {
        time = new SteadyTime(source, System::nanoTime);
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "stigg-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long coarseMillis() {
        long millis = coarseMillis;
        if (millis == ASLEEP) {
            return wake();
        }
        if (!read) {
            read = true;
        }
        return millis;
    }

    private long wake() {
        long millis = time.now().toEpochMilli();
        if (!timer.isShutdown()) {
            read = true;
            coarseMillis = millis;
            schedule(Duration.ofMillis(TICK_MILLIS), this::tick);
        }
        return millis;
    }

    private void tick() {
        if (!read || timer.isShutdown()) {
            coarseMillis = ASLEEP;
            return;
        }
        read = false;
        coarseMillis = time.now().toEpochMilli();
        schedule(Duration.ofMillis(TICK_MILLIS), this::tick);
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        try {
            Future<?> scheduled = timer.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        coarseMillis = ASLEEP;
    }

    @Override
    public String toString() {
        return "SystemClock";
    }
}
