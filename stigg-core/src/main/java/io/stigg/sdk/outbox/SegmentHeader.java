package io.stigg.sdk.outbox;

import java.nio.ByteBuffer;

/**
 * What a segment begins with, in every version: four letters, the version of its format, and a checksum of both, so that a
 * newer format is told from damage. Pure.
 */
final class SegmentHeader {
    static final int BYTES = 3 * Integer.BYTES;

    static final int VERSION = 1;

    /** What {@link #version} says of a header that is damaged. */
    static final int DAMAGED = -1;

    private static final int LETTERS = 0x53744576; // StEv
    private static final int CHECKED_BYTES = 2 * Integer.BYTES;

    private SegmentHeader() {}

    static byte[] ofVersion(int version) {
        byte[] header = new byte[BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(header).putInt(LETTERS).putInt(version);
        buffer.putInt(RecordFormat.checksum(header, 0, CHECKED_BYTES));
        return header;
    }

    static int version(byte[] header) {
        ByteBuffer buffer = ByteBuffer.wrap(header);
        int letters = buffer.getInt();
        int version = buffer.getInt();
        boolean isIntact =
                letters == LETTERS && version > 0 && buffer.getInt() == RecordFormat.checksum(header, 0, CHECKED_BYTES);
        return isIntact ? version : DAMAGED;
    }
}
