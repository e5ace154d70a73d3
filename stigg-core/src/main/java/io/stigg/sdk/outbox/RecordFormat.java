package io.stigg.sdk.outbox;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How an event stands in a segment. Pure.
 *
 * <p>The length of the payload, the same inverted, the payload's checksum, the payload. By the inverted length a record that
 * was cut short is told from one whose length was damaged.
 */
final class RecordFormat {
    static final int HEADER_BYTES = 3 * Integer.BYTES;

    /** More than the largest event needs; a length beyond it is none. */
    static final int LARGEST_PAYLOAD = 2 * 1024 * 1024 - HEADER_BYTES;

    private RecordFormat() {}

    static byte[] frame(byte[] payload) {
        return ByteBuffer.allocate(HEADER_BYTES + payload.length)
                .putInt(payload.length)
                .putInt(~payload.length)
                .putInt(checksum(payload, 0, payload.length))
                .put(payload)
                .array();
    }

    static Header header(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Header(buffer.getInt(), buffer.getInt(), buffer.getInt());
    }

    /**
     * What stands before the payload. Immutable.
     *
     * @param length the payload's length
     * @param inverted the same inverted
     * @param checksum the payload's checksum
     */
    record Header(int length, int inverted, int checksum) {
        boolean isIntact() {
            return length == ~inverted && length >= 0 && length <= LARGEST_PAYLOAD;
        }

        boolean matches(byte[] payload) {
            return checksum == RecordFormat.checksum(payload, 0, payload.length);
        }
    }

    static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }
}
