package io.stigg.sdk.internal.delivery;

import io.stigg.sdk.outbox.OutboxEntry;
import io.stigg.sdk.usage.ReportEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Events that are sent together. Confined to the courier's thread. */
final class Batch {
    private final List<OutboxEntry> entries;
    private final long first;
    private final long deliveredBefore;
    private int attempts;
    private int suspicions;

    /**
     * Makes a batch.
     *
     * @param entries the events
     * @param first how many had been taken before it
     * @param deliveredBefore how many had been delivered before it
     */
    Batch(List<OutboxEntry> entries, long first, long deliveredBefore) {
        this.entries = entries;
        this.first = first;
        this.deliveredBefore = deliveredBefore;
    }

    List<OutboxEntry> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    boolean wasTakenBefore(long taken) {
        return first < taken;
    }

    boolean isSingle() {
        return entries.size() == 1;
    }

    /** Tells whether others have been delivered since. */
    boolean wasOvertaken(long delivered) {
        return delivered > deliveredBefore;
    }

    int attempts() {
        return attempts;
    }

    /** Takes note that it may be the reason of a failure; returns how often it may have been. */
    int suspect() {
        return ++suspicions;
    }

    ReportEvent attempt() {
        attempts++;
        return new ReportEvent(entries.stream().map(OutboxEntry::event).toList());
    }

    Stream<Batch> halves(long delivered) {
        int middle = size() / 2;
        return Stream.of(
                new Batch(entries.subList(0, middle), first, delivered),
                new Batch(entries.subList(middle, size()), first, delivered));
    }

    Instant oldest() {
        return entries.get(0).event().timestamp().orElseThrow();
    }
}
