package io.stigg.sdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.UpdateListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps what a listener is told, and waits for it. Thread-safe. */
class RecordedUpdates implements UpdateListener {
    private static final String OPENED = "opened";

    private final Duration patience;
    private final AtomicInteger callsUnderWay = new AtomicInteger();
    private final List<Object> told = new ArrayList<>();
    private boolean overlapped;

    RecordedUpdates(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void onOpen() {
        note(OPENED);
    }

    @Override
    public void onUpdate(Update update) {
        note(update);
    }

    @Override
    public void onEnd(Throwable cause) {
        note(cause);
    }

    private void note(Object news) {
        boolean alone = callsUnderWay.incrementAndGet() == 1;
        synchronized (this) {
            overlapped |= !alone;
            told.add(news);
            notifyAll();
        }
        callsUnderWay.decrementAndGet();
    }

    /** Returns all that was told so far: that it opened, updates, and the cause of the end. */
    synchronized List<Object> told() {
        return List.copyOf(told);
    }

    List<Update> updates() {
        return all(Update.class);
    }

    /** Returns the updates without the time of their arrival, which each of those who are told has its own of. */
    List<Update> undatedUpdates() {
        return undated(updates());
    }

    static List<Update> undated(List<Update> updates) {
        return updates.stream().map(RecordedUpdates::undated).toList();
    }

    private static Update undated(Update update) {
        return update instanceof EntitlementSnapshot set
                ? new EntitlementSnapshot(set.scope(), set.entitlements(), set.denial(), set.updatedAt(), Instant.EPOCH)
                : update;
    }

    private <T> List<T> all(Class<T> type) {
        return told().stream().filter(type::isInstance).map(type::cast).toList();
    }

    boolean hasOpened() {
        return told().contains(OPENED);
    }

    synchronized boolean isOverlapped() {
        return overlapped;
    }

    RecordedUpdates awaitOpen() {
        await("it opens", RecordedUpdates::hasOpened);
        return this;
    }

    void awaitUpdates(int count) {
        await(count + " updates", now -> now.updates().size() >= count);
    }

    void awaitUpdate(Update update) {
        await(String.valueOf(update), now -> now.undatedUpdates().contains(undated(update)));
    }

    StiggException awaitEnd() {
        await("the end", now -> !now.all(StiggException.class).isEmpty());
        return all(StiggException.class).get(0);
    }

    private synchronized void await(String what, Predicate<RecordedUpdates> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.test(this)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            assertThat(left)
                    .as("waiting in vain for %s, told was %s", what, shortly())
                    .isPositive();
            try {
                wait(left);
            } catch (InterruptedException interruption) {
                throw new AssertionError("interrupted while waiting for " + what, interruption);
            }
        }
    }

    private String shortly() {
        List<Object> all = told();
        return all.stream().limit(20).map(String::valueOf).collect(Collectors.joining("; ", all.size() + ": ", ""));
    }
}
