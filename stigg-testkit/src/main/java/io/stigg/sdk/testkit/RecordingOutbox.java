package io.stigg.sdk.testkit;

import io.stigg.sdk.outbox.EventOutbox;
import io.stigg.sdk.outbox.OutboxEntry;
import io.stigg.sdk.usage.UsageEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of every event as soon as it is kept, so that a test need not wait for its delivery. */
final class RecordingOutbox implements EventOutbox {
    private final EventOutbox outbox;
    private final Consumer<UsageEvent> record;

    /**
     * Makes an outbox.
     *
     * @param outbox keeps the events
     * @param record is told of them
     */
    RecordingOutbox(EventOutbox outbox, Consumer<UsageEvent> record) {
        this.outbox = outbox;
        this.record = record;
    }

    @Override
    public boolean add(UsageEvent event) {
        boolean isKept = outbox.add(event);
        if (isKept) {
            record.accept(event);
        }
        return isKept;
    }

    @Override
    public List<OutboxEntry> take(int mostEvents, long mostBytes) {
        return outbox.take(mostEvents, mostBytes);
    }

    @Override
    public void remove(Collection<OutboxEntry> entries) {
        outbox.remove(entries);
    }

    @Override
    public boolean dropOldest() {
        return outbox.dropOldest();
    }

    @Override
    public long waiting() {
        return outbox.waiting();
    }

    @Override
    public Optional<UsageEvent> oldest() {
        return outbox.oldest();
    }

    @Override
    public List<UsageEvent> close() {
        return outbox.close();
    }
}
