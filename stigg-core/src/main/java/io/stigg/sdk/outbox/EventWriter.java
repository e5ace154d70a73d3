package io.stigg.sdk.outbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Writes events one after the other, and begins a new segment whenever one is full. Thread-safe. */
final class EventWriter implements AutoCloseable {
    private final Path directory;
    private final long segmentBytes;
    private final Queue<Segment> segments;
    private final AppendFile.Maker maker;
    private final Syncing syncing;
    private long lastNumber;
    private @Nullable Segment segment;
    private @Nullable AppendFile file;
    private boolean isClosed;

    EventWriter(
            Path directory,
            long segmentBytes,
            Queue<Segment> segments,
            long lastNumber,
            AppendFile.Maker maker,
            Syncing syncing) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.segments = segments;
        this.lastNumber = lastNumber;
        this.maker = maker;
        this.syncing = syncing;
    }

    /**
     * Writes an event. If that fails, it has not been written.
     *
     * @param record the event
     * @param counted is told after it was written, and before it can be read
     * @return false if the writer is closed
     */
    synchronized boolean append(byte[] record, Runnable counted) throws IOException {
        if (isClosed) {
            return false;
        }
        Segment current = segment;
        AppendFile open = file;
        if (current == null || open == null || isFull(current, record)) {
            finish();
            current = begin();
            open = requireNonNull(file);
        }
        write(record, current, open);
        counted.run();
        current.written(current.end() + record.length, 1);
        syncing.written(open);
        return true;
    }

    private boolean isFull(Segment current, byte[] record) {
        return current.end() > SegmentHeader.BYTES && current.end() + record.length > segmentBytes;
    }

    private Segment begin() throws IOException {
        Segment next = Segment.numbered(++lastNumber, directory);
        AppendFile made = maker.create(next.file());
        try {
            made.append(SegmentHeader.ofVersion(SegmentHeader.VERSION));
        } catch (IOException full) {
            made.close();
            Files.deleteIfExists(next.file());
            throw full;
        }
        segment = next;
        file = made;
        segments.add(next);
        return next;
    }

    /** What was written of an event that failed is cut off; if that fails as well, the segment ends before it. */
    private void write(byte[] record, Segment current, AppendFile open) throws IOException {
        try {
            open.append(record);
        } catch (IOException failure) {
            try {
                open.cutTo(current.end());
            } catch (IOException worse) {
                failure.addSuppressed(worse);
                finish();
            }
            throw failure;
        }
    }

    private void finish() {
        if (segment != null && file != null) {
            segment.finish();
            syncing.retire(file);
        }
        segment = null;
        file = null;
    }

    /** Does something while nothing is written. */
    synchronized void pausing(Runnable action) {
        action.run();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        finish();
    }
}
