package io.stigg.sdk.outbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * What is found in a segment that an earlier process has left. Immutable.
 *
 * @param version the version of its format, {@link SegmentHeader#DAMAGED} if that cannot be told
 * @param start where the events begin that were counted
 * @param end where they end
 * @param records how many there are
 * @param rest what comes after them
 */
record SegmentScan(int version, long start, long end, int records, Rest rest) {
    /** What comes after the events. */
    enum Rest {
        /** The end of the file. */
        NOTHING,
        /** An event that was cut short, as it is when the process dies while it writes. */
        TORN,
        /** Anything else. */
        DAMAGED
    }

    /** Reads a segment from an offset; from its beginning, if no event begins there. */
    static SegmentScan of(Segment segment, long offset) throws IOException {
        if (offset > SegmentHeader.BYTES) {
            SegmentScan fromThere = scan(segment, offset);
            boolean isPlausible = offset <= segment.file().toFile().length()
                    && (fromThere.records > 0 || fromThere.rest == Rest.NOTHING);
            if (isPlausible) {
                return fromThere;
            }
        }
        return scan(segment, SegmentHeader.BYTES);
    }

    private static SegmentScan scan(Segment segment, long offset) throws IOException {
        try (FileInputStream file = new FileInputStream(segment.file().toFile());
                DataInputStream input = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            byte[] header = input.readNBytes(SegmentHeader.BYTES);
            if (header.length < SegmentHeader.BYTES) {
                return new SegmentScan(SegmentHeader.VERSION, 0, 0, 0, Rest.TORN);
            }
            int version = SegmentHeader.version(header);
            if (version != SegmentHeader.VERSION) {
                return new SegmentScan(version, offset, offset, 0, Rest.DAMAGED);
            }
            input.skipNBytes(offset - SegmentHeader.BYTES);
            return count(input, offset);
        } catch (EOFException shorter) {
            return new SegmentScan(SegmentHeader.VERSION, offset, offset, 0, Rest.DAMAGED);
        }
    }

    private static SegmentScan count(DataInputStream input, long start) throws IOException {
        long end = start;
        int records = 0;
        byte[] header = input.readNBytes(RecordFormat.HEADER_BYTES);
        while (header.length == RecordFormat.HEADER_BYTES) {
            RecordFormat.Header record = RecordFormat.header(header);
            if (!record.isIntact()) {
                return new SegmentScan(SegmentHeader.VERSION, start, end, records, Rest.DAMAGED);
            }
            byte[] payload = input.readNBytes(record.length());
            if (payload.length < record.length()) {
                return new SegmentScan(SegmentHeader.VERSION, start, end, records, Rest.TORN);
            }
            if (!record.matches(payload)) {
                return new SegmentScan(SegmentHeader.VERSION, start, end, records, Rest.DAMAGED);
            }
            end += RecordFormat.HEADER_BYTES + payload.length;
            records++;
            header = input.readNBytes(RecordFormat.HEADER_BYTES);
        }
        return new SegmentScan(
                SegmentHeader.VERSION, start, end, records, header.length == 0 ? Rest.NOTHING : Rest.TORN);
    }
}
