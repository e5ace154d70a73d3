package io.stigg.sdk.outbox;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Gets the values back that a {@link PayloadWriter} has put. Not thread-safe; confine it to one thread. */
final class PayloadReader {
    private final ByteBuffer bytes;

    PayloadReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int getByte() {
        return bytes.get();
    }

    long getLong() {
        long value = getUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long getUnsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number without an end");
    }

    long getFixedLong() {
        return bytes.getLong();
    }

    String getText() {
        long length = getUnsigned();
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] utf8 = new byte[(int) length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
