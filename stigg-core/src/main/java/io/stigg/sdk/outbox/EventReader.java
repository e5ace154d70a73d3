package io.stigg.sdk.outbox;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.usage.UsageEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads events one after the other, through a block of memory, behind whoever writes them. Not thread-safe. */
final class EventReader implements AutoCloseable {
    private static final int BLOCK_BYTES = 64 * 1024;

    private final Queue<Segment> segments;
    private @Nullable Segment segment;
    private @Nullable RandomAccessFile file;
    private @Nullable Found next;
    private long offset;
    private byte[] block = new byte[0];
    private long blockOffset;

    /** @param segments the segments, to which others are added at the end */
    EventReader(Queue<Segment> segments) {
        this.segments = segments;
    }

    /**
     * An event, and where it stands.
     *
     * @param segment its segment
     * @param offset where it begins in it
     * @param length how many bytes it takes there
     * @param event the event, empty if there is none that can be understood
     */
    record Found(Segment segment, long offset, int length, Optional<UsageEvent> event) {
        long position() {
            return segment.position(offset);
        }
    }

    /** Returns the next event without going past it; null if none has been written. */
    @Nullable
    Found peek() throws IOException {
        if (next == null && hasMore()) {
            next = read();
        }
        return next;
    }

    /** Goes past the event that was looked at. */
    void advance() {
        if (next != null) {
            offset += next.length;
            next = null;
        }
    }

    /** Goes past everything that has been written to the segment. */
    void skipTo(long end) {
        offset = end;
        next = null;
    }

    /** Returns the segment that is being read, null if there has been none. */
    @Nullable
    Segment segment() {
        return segment;
    }

    /** Returns where the next event begins, or will; 0 if there has been no segment. */
    long position() {
        return segment == null ? 0 : segment.position(offset);
    }

    private boolean hasMore() throws IOException {
        if (segment == null && !open(segments.peek())) {
            return false;
        }
        while (segment != null) {
            // Asked first, because it is finished after its last event.
            boolean isFinished = segment.isFinished();
            if (offset < segment.end()) {
                return true;
            }
            if (!isFinished || !open(after(segment))) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Segment after(Segment known) {
        Iterator<Segment> all = segments.iterator();
        while (all.hasNext()) {
            Segment other = all.next();
            if (other.number() > known.number()) {
                return other;
            }
        }
        return null;
    }

    private boolean open(@Nullable Segment other) throws IOException {
        if (other == null) {
            return false;
        }
        close();
        segment = other;
        offset = other.start();
        file = new RandomAccessFile(other.file().toFile(), "r");
        return true;
    }

    private Found read() throws IOException {
        RecordFormat.Header header = RecordFormat.header(bytes(offset, RecordFormat.HEADER_BYTES));
        if (!header.isIntact()) {
            throw new IOException("there is no event at byte " + offset);
        }
        byte[] payload = bytes(offset + RecordFormat.HEADER_BYTES, header.length());
        if (!header.matches(payload)) {
            throw new IOException("the event at byte " + offset + " is damaged");
        }
        return new Found(
                requireNonNull(segment),
                offset,
                RecordFormat.HEADER_BYTES + payload.length,
                EventCodec.decode(ByteBuffer.wrap(payload)));
    }

    private byte[] bytes(long from, int length) throws IOException {
        if (from < blockOffset || from + length > blockOffset + block.length) {
            load(from, length);
        }
        int start = (int) (from - blockOffset);
        return Arrays.copyOfRange(block, start, start + length);
    }

    private void load(long from, int length) throws IOException {
        RandomAccessFile source = requireNonNull(file);
        long written = requireNonNull(segment).end() - from;
        block = new byte[(int) Math.max(length, Math.min(BLOCK_BYTES, written))];
        blockOffset = from;
        source.seek(from);
        source.readFully(block);
    }

    @Override
    public void close() throws IOException {
        block = new byte[0];
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
