package io.stigg.sdk.outbox;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of events, and how far it has been written and read. Positions are those of the outbox: the segment's number, and
 * below it where an event begins in its file. Thread-safe.
 */
final class Segment {
    static final Comparator<Segment> OLDEST_FIRST = Comparator.comparingLong(Segment::number);

    private static final Pattern NAME = Pattern.compile("events-(\\d{1,9})\\.log");

    private final Path file;
    private final long number;
    private final AtomicInteger unread = new AtomicInteger();
    private volatile long start = SegmentHeader.BYTES;
    private volatile long end = SegmentHeader.BYTES;
    private volatile boolean isFinished;

    private Segment(Path file, long number) {
        this.file = file;
        this.number = number;
    }

    static Segment numbered(long number, Path directory) {
        return new Segment(directory.resolve(String.format(Locale.ROOT, "events-%08d.log", number)), number);
    }

    static Optional<Segment> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new Segment(file, Long.parseLong(name.group(1)))) : Optional.empty();
    }

    static long numberOf(long position) {
        return position >>> Integer.SIZE;
    }

    static long offsetOf(long position) {
        return position & 0xFFFF_FFFFL;
    }

    long position(long offset) {
        return (number << Integer.SIZE) | offset;
    }

    Path file() {
        return file;
    }

    long number() {
        return number;
    }

    /** Returns where the first event begins that is of use. */
    long start() {
        return start;
    }

    /** Makes it what an earlier process has left. */
    void found(SegmentScan scan) {
        start = scan.start();
        written(scan.end(), scan.records());
        finish();
    }

    /** Returns where the last event ends that has been written whole. */
    long end() {
        return end;
    }

    int unread() {
        return unread.get();
    }

    /** Tells whether nothing more will be written to it. */
    boolean isFinished() {
        return isFinished;
    }

    void finish() {
        isFinished = true;
    }

    void written(long newEnd, int records) {
        unread.addAndGet(records);
        end = newEnd;
    }

    void read() {
        unread.decrementAndGet();
    }
}
