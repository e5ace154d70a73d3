package io.stigg.sdk.outbox;

import io.stigg.sdk.error.StiggOutboxException;
import io.stigg.sdk.outbox.EventReader.Found;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.usage.UsageEvent;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Events in the files of a directory: those that wait are there alone, those that were taken are remembered by their places.
 *
 * <p>Thread-safe. Writing has a lock, the writer's, that is held for one write to the operating system; reading has another,
 * this object's, and takes the writer's only over what is damaged.
 */
final class FileEventOutbox implements EventOutbox {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.outbox");
    private static final long LARGEST_SEGMENT = 16L * 1024 * 1024;
    private static final int SEGMENTS = 16;

    private final Path directory;
    private final long mostBytes;
    private final DirectoryLock lock;
    private final Checkpoint checkpoint;
    private final Syncing syncing;
    private final Queue<Segment> segments = new ConcurrentLinkedQueue<>();
    private final EventWriter writer;
    private final EventReader reader;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Map<Long, Taken> taken = new LinkedHashMap<>();
    private boolean hasFailed;
    private boolean isClosed;

    private static final class Taken {
        private final int length;
        private boolean isRemoved;

        Taken(int length) {
            this.length = length;
        }
    }

    private FileEventOutbox(
            Path directory,
            long mostBytes,
            DirectoryLock lock,
            Checkpoint checkpoint,
            Recovery recovery,
            AppendFile.Maker maker,
            Syncing syncing) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.checkpoint = checkpoint;
        this.syncing = syncing;
        segments.addAll(recovery.segments());
        for (Segment segment : segments) {
            waiting.addAndGet(segment.unread());
            bytes.addAndGet(segment.end() - segment.start());
        }
        long segmentBytes = Math.min(LARGEST_SEGMENT, mostBytes / SEGMENTS);
        writer = new EventWriter(directory, segmentBytes, segments, recovery.lastNumber(), maker, syncing);
        reader = new EventReader(segments);
    }

    static FileEventOutbox open(
            Path directory, long mostBytes, Duration interval, SdkClock clock, AppendFile.Maker maker) {
        try {
            Files.createDirectories(directory);
            DirectoryLock lock = DirectoryLock.of(directory);
            try {
                Checkpoint checkpoint = Checkpoint.in(directory);
                try {
                    Recovery recovery = Recovery.of(directory, checkpoint.position());
                    Syncing syncing = new Syncing(interval, clock);
                    return new FileEventOutbox(directory, mostBytes, lock, checkpoint, recovery, maker, syncing);
                } catch (IOException | RuntimeException failure) {
                    checkpoint.close();
                    throw failure;
                }
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw StiggOutboxException.unusable("the outbox in " + directory + " cannot be opened", failure);
        }
    }

    @Override
    public boolean add(UsageEvent event) {
        byte[] record = RecordFormat.frame(EventCodec.encode(event));
        if (bytes.addAndGet(record.length) > mostBytes) {
            bytes.addAndGet(-record.length);
            return false;
        }
        boolean isAdded = false;
        try {
            isAdded = writer.append(record, waiting::incrementAndGet);
        } catch (IOException failure) {
            throw StiggOutboxException.unusable("the event could not be written to " + directory, failure);
        } finally {
            if (!isAdded) {
                bytes.addAndGet(-record.length);
            }
        }
        if (!isAdded) {
            throw StiggOutboxException.unusable("the outbox is closed", null);
        }
        return true;
    }

    @Override
    public synchronized List<OutboxEntry> take(int mostEvents, long mostBytesTaken) {
        List<OutboxEntry> entries = new ArrayList<>();
        long room = mostBytesTaken;
        Found next = peek();
        while (next != null && entries.size() < mostEvents) {
            UsageEvent event = next.event().orElseThrow();
            room -= event.sizeInBytes();
            if (room < 0 && !entries.isEmpty()) {
                break;
            }
            taken.put(next.position(), new Taken(next.length()));
            entries.add(new OutboxEntry(next.position(), event));
            advance(next);
            next = peek();
        }
        return entries;
    }

    /** Looks at the next event that can be understood. */
    private @Nullable Found peek() {
        while (!isClosed) {
            try {
                Found next = reader.peek();
                if (next == null || next.event().isPresent()) {
                    return next;
                }
                forget(next);
                warn(
                        "An event cannot be understood and is left out, in "
                                + next.segment().file(),
                        null);
            } catch (IOException failure) {
                if (!skipDamage(failure)) {
                    return null;
                }
            }
        }
        return null;
    }

    private void advance(Found next) {
        reader.advance();
        next.segment().read();
        waiting.decrementAndGet();
    }

    private void forget(Found next) {
        advance(next);
        bytes.addAndGet(-next.length());
    }

    /** What cannot be read must not count as waiting. Returns whether there was anything to skip. */
    private boolean skipDamage(IOException failure) {
        Segment damaged = reader.segment();
        if (damaged == null) {
            warn("Events cannot be read in " + directory, failure);
            return false;
        }
        warn("Events cannot be read and are left out, in " + damaged.file(), failure);
        writer.pausing(() -> {
            long skipped = damaged.end() - Segment.offsetOf(reader.position());
            int events = damaged.unread();
            reader.skipTo(damaged.end());
            damaged.written(damaged.end(), -events);
            waiting.addAndGet(-events);
            bytes.addAndGet(-skipped);
        });
        return true;
    }

    @Override
    public synchronized void remove(Collection<OutboxEntry> entries) {
        for (OutboxEntry entry : entries) {
            Taken place = taken.get(entry.position());
            if (place != null && !place.isRemoved) {
                place.isRemoved = true;
                bytes.addAndGet(-place.length);
            }
        }
        Iterator<Taken> oldest = taken.values().iterator();
        while (oldest.hasNext() && oldest.next().isRemoved) {
            oldest.remove();
        }
        moveCheckpoint();
    }

    private void moveCheckpoint() {
        long position =
                taken.isEmpty() ? reader.position() : taken.keySet().iterator().next();
        if (isClosed || position == checkpoint.position()) {
            return;
        }
        try {
            checkpoint.moveTo(position);
            Segment oldest = segments.peek();
            while (oldest != null && oldest.number() < Segment.numberOf(position)) {
                Files.deleteIfExists(oldest.file());
                segments.remove();
                oldest = segments.peek();
            }
        } catch (IOException failure) {
            warn("Files with events that are delivered cannot be removed from " + directory, failure);
        }
    }

    /** Once: what happens over and over is not said over and over. */
    private void warn(String text, @Nullable IOException failure) {
        if (!hasFailed) {
            hasFailed = true;
            LOG.log(Level.WARNING, text, failure);
        }
    }

    @Override
    public synchronized boolean dropOldest() {
        Found next = peek();
        if (next == null) {
            return false;
        }
        forget(next);
        return true;
    }

    @Override
    public long waiting() {
        return waiting.get();
    }

    @Override
    public synchronized Optional<UsageEvent> oldest() {
        return Optional.ofNullable(peek()).flatMap(Found::event);
    }

    @Override
    public synchronized List<UsageEvent> close() {
        if (isClosed) {
            return List.of();
        }
        isClosed = true;
        writer.close();
        syncing.close();
        try (lock;
                checkpoint;
                reader) {
            checkpoint.force();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "The outbox in " + directory + " could not be closed in order", failure);
        }
        return List.of();
    }

    @Override
    public String toString() {
        return "FileOutbox[" + directory + ", waiting=" + waiting() + "]";
    }
}
