package io.stigg.sdk.outbox;

import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.thread.IdleThread;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that what was written reaches the disk: at once, or from time to time on a thread of its own, since it takes the
 * disk its time. Closes files that nobody writes to any more. Thread-safe.
 */
final class Syncing implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.outbox");

    private final Duration interval;
    private final SdkClock clock;
    private final ThreadPoolExecutor thread = IdleThread.named("stigg-outbox");
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final Set<AppendFile> written = ConcurrentHashMap.newKeySet();
    private final Set<AppendFile> retired = ConcurrentHashMap.newKeySet();

    Syncing(Duration interval, SdkClock clock) {
        this.interval = interval;
        this.clock = clock;
        // What was to be synced is synced when this is closed.
        thread.setRejectedExecutionHandler((task, closed) -> {});
    }

    /** Something was written to a file. */
    void written(AppendFile file) throws IOException {
        if (interval.isZero()) {
            file.force();
        } else {
            written.add(file);
            plan();
        }
    }

    /** Nothing more will be written to a file. */
    void retire(AppendFile file) {
        written.add(file);
        retired.add(file);
        plan();
    }

    private void plan() {
        if (!isDue.get() && isDue.compareAndSet(false, true)) {
            clock.schedule(interval, () -> thread.execute(this::sync));
        }
    }

    private void sync() {
        isDue.set(false);
        for (AppendFile file : List.copyOf(written)) {
            written.remove(file);
            force(file);
        }
    }

    private void force(AppendFile file) {
        try {
            file.force();
            if (retired.remove(file)) {
                file.close();
            }
        } catch (IOException failure) {
            if (!hasFailed.getAndSet(true)) {
                LOG.log(Level.WARNING, "Events may not outlast a loss of power: they cannot be synced", failure);
            }
        }
    }

    /** Syncs and closes everything that was retired. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sync();
    }
}
