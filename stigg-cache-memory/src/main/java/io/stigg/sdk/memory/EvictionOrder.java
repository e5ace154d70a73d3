package io.stigg.sdk.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.ehcache.UserManagedCache;
import org.ehcache.config.builders.CacheEventListenerConfigurationBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.config.builders.UserManagedCacheBuilder;
import org.ehcache.core.spi.time.TimeSource;
import org.ehcache.core.spi.time.TimeSourceService;
import org.ehcache.event.CacheEventListener;
import org.ehcache.event.EventType;
import org.ehcache.spi.service.Service;
import org.ehcache.spi.service.ServiceProvider;

/**
 * Decides what makes room: Ehcache when there are too many, a sample of our own when they are too large, as Ehcache does
 * not know the size of a snapshot. Not thread-safe: its owner lets one thread in at a time.
 *
 * <p>Ehcache is not on the path of a check. Reads leave a mark on what they find. Every {@link #add} looks after a few
 * marks, as a clock hand goes round, and tells Ehcache of them; and what Ehcache evicts although it has a mark is put
 * back, a few times, for something else to be evicted.
 *
 * <p>An entry is its own key and has the hash code of its identity. Ids such as customer-1 and customer-2 have hash codes
 * in a row, and Ehcache, which samples neighbours in its table, would compare customers with their likes only.
 */
final class EvictionOrder implements AutoCloseable {
    private static final int MARKS_PER_ADDITION = 8;
    private static final int SECOND_CHANCES = 8;
    private static final int SAMPLE = 8;

    private final UserManagedCache<Held, Held> ehcache;
    private final Consumer<Held> whenEvicted;
    private final List<Held> entries = new ArrayList<>();
    private final Queue<Held> victims = new ArrayDeque<>();
    private int hand;
    // The time that Ehcache sees: additions, not milliseconds, in which much may happen.
    private long ticks;

    EvictionOrder(int maxEntries, Consumer<Held> whenEvicted) {
        this.whenEvicted = whenEvicted;
        CacheEventListener<Held, Held> listener = event -> victims.add(event.getKey());
        ehcache = UserManagedCacheBuilder.newUserManagedCacheBuilder(Held.class, Held.class)
                .withResourcePools(ResourcePoolsBuilder.heap(maxEntries))
                .withEventListeners(CacheEventListenerConfigurationBuilder.newEventListenerConfiguration(
                                listener, EventType.EVICTED)
                        .unordered()
                        .synchronous())
                .withEventExecutors(new CallingThread(), new CallingThread())
                .using(new Ticks())
                .build(true);
    }

    int size() {
        return entries.size();
    }

    /** Adds an entry, for which others may be evicted before this returns. */
    void add(Held held) {
        followMarks();
        held.index = entries.size();
        entries.add(held);
        held.lastUse = ++ticks;
        ehcache.put(held, held);
        int chances = SECOND_CHANCES;
        for (Held victim = victims.poll(); victim != null; victim = victims.poll()) {
            if (victim.hit().isMarked() && chances-- > 0) {
                unmark(victim);
                ehcache.put(victim, victim);
            } else {
                forget(victim);
                whenEvicted.accept(victim);
            }
        }
    }

    void remove(Held held) {
        forget(held);
        ehcache.remove(held);
    }

    /** Returns what is likely not to be missed; not {@code spared}, which must not be the only entry. */
    Held coldest(Held spared) {
        Held coldest = other(spared);
        for (int i = 1; i < SAMPLE; i++) {
            Held candidate = other(spared);
            if (lastUse(candidate) < lastUse(coldest)) {
                coldest = candidate;
            }
        }
        return coldest;
    }

    private Held other(Held spared) {
        int index = ThreadLocalRandom.current().nextInt(entries.size() - 1);
        return entries.get(index < spared.index ? index : index + 1);
    }

    private static long lastUse(Held held) {
        return held.hit().isMarked() ? Long.MAX_VALUE : held.lastUse;
    }

    private void followMarks() {
        for (int i = Math.min(MARKS_PER_ADDITION, entries.size()); i > 0; i--) {
            hand = hand + 1 < entries.size() ? hand + 1 : 0;
            Held held = entries.get(hand);
            if (held.hit().isMarked()) {
                unmark(held);
                ehcache.get(held);
            }
        }
    }

    private void unmark(Held held) {
        held.hit().unmark();
        held.lastUse = ++ticks;
    }

    private void forget(Held held) {
        Held last = entries.remove(entries.size() - 1);
        if (last != held) {
            entries.set(held.index, last);
            last.index = held.index;
        }
    }

    void clear() {
        entries.clear();
        ehcache.clear();
    }

    @Override
    public void close() {
        entries.clear();
        ehcache.close();
    }

    /** Gives Ehcache its time. */
    private final class Ticks implements TimeSourceService {
        @Override
        public TimeSource getTimeSource() {
            return () -> ticks;
        }

        @Override
        public void start(ServiceProvider<Service> serviceProvider) {}

        @Override
        public void stop() {}
    }
}
