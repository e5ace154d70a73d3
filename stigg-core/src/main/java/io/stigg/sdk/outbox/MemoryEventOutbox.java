package io.stigg.sdk.outbox;

import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.usage.UsageEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Events in the memory of this process. Thread-safe; adding takes no lock. */
final class MemoryEventOutbox implements EventOutbox {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final int most;
    private final Queue<UsageEvent> queue = new ConcurrentLinkedQueue<>();

    /**
     * How many places are occupied: an event gets one before it enters the queue, and gives it up after it has left. The sign
     * says that the outbox is closed, so that each place was either occupied before that or is refused.
     */
    private final AtomicInteger places = new AtomicInteger();

    /** What was taken, from the first on that has not been removed; null where one has. Places follow on one another. */
    private final List<@Nullable UsageEvent> taken = new ArrayList<>();

    private long firstPosition;

    MemoryEventOutbox(int most) {
        this.most = most;
    }

    @Override
    public boolean add(UsageEvent event) {
        int occupied;
        do {
            occupied = places.get();
            if (occupied < 0) {
                throw StiggOutboxException.unusable("The outbox is closed", null);
            }
            if (occupied >= most) {
                return false;
            }
        } while (!places.weakCompareAndSetVolatile(occupied, occupied + 1));
        return queue.add(event);
    }

    @Override
    public synchronized List<OutboxEntry> take(int mostEvents, long mostBytes) {
        List<OutboxEntry> entries = new ArrayList<>();
        long room = mostBytes;
        while (entries.size() < mostEvents) {
            UsageEvent next = queue.peek();
            if (next == null) {
                break;
            }
            room -= next.sizeInBytes();
            if (room < 0 && !entries.isEmpty()) {
                break;
            }
            entries.add(new OutboxEntry(firstPosition + taken.size(), next));
            taken.add(queue.remove());
        }
        places.addAndGet(-entries.size());
        return entries;
    }

    @Override
    public synchronized void remove(Collection<OutboxEntry> entries) {
        for (OutboxEntry entry : entries) {
            long place = entry.position() - firstPosition;
            if (place >= 0 && place < taken.size()) {
                taken.set((int) place, null);
            }
        }
        int removed = 0;
        while (removed < taken.size() && taken.get(removed) == null) {
            removed++;
        }
        taken.subList(0, removed).clear();
        firstPosition += removed;
    }

    @Override
    public synchronized boolean dropOldest() {
        boolean dropped = queue.poll() != null;
        if (dropped) {
            places.decrementAndGet();
        }
        return dropped;
    }

    @Override
    public long waiting() {
        return places.get() & Integer.MAX_VALUE;
    }

    @Override
    public Optional<UsageEvent> oldest() {
        return Optional.ofNullable(queue.peek());
    }

    @Override
    public synchronized List<UsageEvent> close() {
        places.getAndUpdate(occupied -> occupied | CLOSED);
        List<UsageEvent> lost = new ArrayList<>();
        for (UsageEvent event : taken) {
            if (event != null) {
                lost.add(event);
            }
        }
        firstPosition += taken.size();
        taken.clear();
        while (waiting() > 0) {
            UsageEvent event = queue.poll();
            if (event == null) {
                // Somebody has a place already and is about to enter the queue.
                Thread.onSpinWait();
            } else {
                places.decrementAndGet();
                lost.add(event);
            }
        }
        return lost;
    }

    @Override
    public String toString() {
        return "MemoryEventOutbox[waiting=" + waiting() + "]";
    }
}
