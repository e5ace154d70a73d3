package io.stigg.sdk.http;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Time that stands still until the test moves it. */
final class ManualClock implements SdkClock {
    private final List<Timer> timers = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private @Nullable Error fault;

    /** Telling the time fails from now on. */
    synchronized void breakWith(Error error) {
        fault = error;
    }

    @Override
    public synchronized Instant now() {
        if (fault != null) {
            throw fault;
        }
        return now;
    }

    @Override
    public long coarseMillis() {
        return now().toEpochMilli();
    }

    @Override
    public synchronized Registration schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(now.plus(delay), delay, task);
        timers.add(timer);
        return () -> remove(timer);
    }

    private synchronized void remove(Timer timer) {
        timers.remove(timer);
    }

    /** The waits that have not ended, in the order in which they began. */
    synchronized List<Duration> waits() {
        return timers.stream().map(Timer::delay).toList();
    }

    void advance(Duration duration) {
        Instant end = now().plus(duration);
        for (Optional<Timer> due = nextDue(end); due.isPresent(); due = nextDue(end)) {
            due.get().task().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Timer> nextDue(Instant end) {
        Optional<Timer> next =
                timers.stream().filter(timer -> !timer.at().isAfter(end)).min(Comparator.comparing(Timer::at));
        next.ifPresent(timer -> {
            timers.remove(timer);
            now = timer.at().isAfter(now) ? timer.at() : now;
        });
        return next;
    }

    @Override
    public void close() {}

    private record Timer(Instant at, Duration delay, Runnable task) {}
}
