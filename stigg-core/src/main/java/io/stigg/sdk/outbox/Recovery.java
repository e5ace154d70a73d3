package io.stigg.sdk.outbox;

import io.stigg.sdk.error.StiggOutboxException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what an earlier process has left. An event that was cut short at the very end was never accepted, and is cut off; any
 * other damage is said in the log, and the file kept aside.
 */
final class Recovery {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.outbox");

    private final Path directory;
    private final long checkpoint;
    private final List<Segment> segments = new ArrayList<>();
    private long lastNumber;

    private Recovery(Path directory, long checkpoint) {
        this.directory = directory;
        this.checkpoint = checkpoint;
        this.lastNumber = Segment.numberOf(checkpoint);
    }

    static Recovery of(Path directory, long checkpoint) throws IOException {
        Recovery recovery = new Recovery(directory, checkpoint);
        recovery.run();
        return recovery;
    }

    /** Returns the segments with events in them, the oldest first. */
    List<Segment> segments() {
        return segments;
    }

    /** Returns the highest number that a segment has had. */
    long lastNumber() {
        return lastNumber;
    }

    private void run() throws IOException {
        List<Segment> found = files();
        for (Segment segment : found) {
            lastNumber = Math.max(lastNumber, segment.number());
            if (segment.number() < Segment.numberOf(checkpoint)) {
                Files.delete(segment.file());
            } else {
                recover(segment, segment == found.get(found.size() - 1));
            }
        }
    }

    private List<Segment> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Segment::of)
                    .flatMap(Optional::stream)
                    .sorted(Segment.OLDEST_FIRST)
                    .toList();
        }
    }

    private void recover(Segment segment, boolean isLast) throws IOException {
        boolean isBegun = segment.number() == Segment.numberOf(checkpoint);
        SegmentScan scan = SegmentScan.of(segment, isBegun ? Segment.offsetOf(checkpoint) : 0);
        if (scan.version() > SegmentHeader.VERSION) {
            throw StiggOutboxException.unusable(
                    "the outbox in " + directory + " was written by a newer version of this SDK", null);
        }
        boolean isWhole = scan.rest() == SegmentScan.Rest.NOTHING || (scan.rest() == SegmentScan.Rest.TORN && isLast);
        if (!isWhole) {
            keepAside(segment, scan);
        }
        if (scan.records() == 0) {
            Files.delete(segment.file());
            return;
        }
        if (scan.rest() != SegmentScan.Rest.NOTHING) {
            cut(segment, scan.end());
        }
        segment.found(scan);
        segments.add(segment);
    }

    private static void keepAside(Segment segment, SegmentScan scan) throws IOException {
        Path aside = segment.file().resolveSibling(segment.file().getFileName() + ".damaged");
        Files.copy(segment.file(), aside, StandardCopyOption.REPLACE_EXISTING);
        long lost = Files.size(segment.file()) - scan.end();
        LOG.log(
                Level.WARNING,
                () -> "Events cannot be read: " + segment.file() + " is damaged at byte " + scan.end() + ", and " + lost
                        + " bytes from there on are left out; kept as " + aside.getFileName());
    }

    private static void cut(Segment segment, long end) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "rw")) {
            file.setLength(end);
        }
    }
}
