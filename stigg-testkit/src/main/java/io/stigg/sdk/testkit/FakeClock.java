package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Registration;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until a test moves it.
 *
 * <p>{@link #advance} runs every task that falls due, in the order of time and on the thread that advances. While a task
 * runs, {@link #now()} is the instant that it was due at; tasks that it schedules run as well if they fall due on the
 * way. A task that is due at once runs when the clock is next advanced, if only by nothing.
 *
 * <p>Thread-safe; two threads that advance at the same time take turns.
 */
public final class FakeClock implements SdkClock {
    private final ReentrantLock advancing = new ReentrantLock();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing((Task task) -> task.due).thenComparingLong(task -> task.number));
    private long scheduled;
    private volatile Instant now;

    private FakeClock(Instant start) {
        now = start;
    }

    /**
     * Makes a clock.
     *
     * @param start what it shows at first
     * @return the clock
     */
    public static FakeClock at(Instant start) {
        return new FakeClock(requireNonNull(start, "start"));
    }

    @Override
    public Instant now() {
        return now;
    }

    /** {@inheritDoc} Exact here. */
    @Override
    public long coarseMillis() {
        return now.toEpochMilli();
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        requireNonNull(task, "task");
        synchronized (tasks) {
            Instant due = delay.isNegative() ? now : now.plus(delay);
            Task waiting = new Task(due, scheduled++, task);
            tasks.add(waiting);
            return () -> withdraw(waiting);
        }
    }

    private void withdraw(Task task) {
        synchronized (tasks) {
            tasks.remove(task);
        }
    }

    /**
     * Moves the time on.
     *
     * @param duration by how much
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if called from one of the clock's own tasks
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        take(() -> now.plus(duration));
    }

    /**
     * Moves the time on.
     *
     * @param instant up to when
     * @throws IllegalArgumentException if it has passed
     * @throws IllegalStateException if called from one of the clock's own tasks
     */
    public void advanceTo(Instant instant) {
        requireNonNull(instant, "instant");
        take(() -> instant);
    }

    private void take(Supplier<Instant> aim) {
        if (advancing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a task of the clock must not move the clock");
        }
        advancing.lock();
        try {
            run(aim.get());
        } finally {
            advancing.unlock();
        }
    }

    private void run(Instant target) {
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("time does not go back: it is " + now + ", past " + target);
        }
        for (Task task = nextDue(target); task != null; task = nextDue(target)) {
            task.work.run();
        }
    }

    private @Nullable Task nextDue(Instant target) {
        synchronized (tasks) {
            Task first = tasks.peek();
            if (first == null || first.due.isAfter(target)) {
                now = target;
                return null;
            }
            tasks.remove();
            now = first.due;
            return first;
        }
    }

    /**
     * Returns how many tasks wait.
     *
     * @return their number
     */
    public int waitingTasks() {
        synchronized (tasks) {
            return tasks.size();
        }
    }

    /**
     * Does nothing, on purpose: one clock is shared by a backend and all of its clients, and each client closes the clock
     * that it was given when it is closed.
     */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "FakeClock[" + now + "]";
    }

    // Not a record: each task is itself and equal to no other.
    private static final class Task {
        private final Instant due;
        private final long number;
        private final Runnable work;

        Task(Instant due, long number, Runnable work) {
            this.due = due;
            this.number = number;
            this.work = work;
        }
    }
}
