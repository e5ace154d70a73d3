package io.stigg.sdk;

import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes when a test says so; due tasks run on the thread that lets it pass. */
public final class ManualClock implements SdkClock {
    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    /** Runs whenever something is scheduled. */
    Runnable onSchedule = () -> {};

    private record Task(Instant due, Runnable run) {}

    public ManualClock(String start) {
        now = Instant.parse(start);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long coarseMillis() {
        return now.toEpochMilli();
    }

    @Override
    public Registration schedule(Duration delay, Runnable run) {
        onSchedule.run();
        Task task = new Task(now.plus(delay), run);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    public void advance(Duration time) {
        Instant end = now.plus(time);
        for (Optional<Task> due = due(end); due.isPresent(); due = due(end)) {
            now = due.get().due;
            tasks.remove(due.get());
            due.get().run.run();
        }
        now = end;
    }

    private Optional<Task> due(Instant end) {
        return tasks.stream().filter(task -> !task.due.isAfter(end)).min(Comparator.comparing(Task::due));
    }

    public int waiting() {
        return tasks.size();
    }

    @Override
    public void close() {
        tasks.clear();
    }
}
