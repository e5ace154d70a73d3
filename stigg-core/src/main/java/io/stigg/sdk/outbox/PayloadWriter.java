package io.stigg.sdk.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts values into bytes, one after the other. Not thread-safe; confine it to one thread. */
final class PayloadWriter {
    private byte[] bytes = new byte[512];
    private int length;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void putByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /** Small numbers take few bytes, also negative ones. */
    void putLong(long value) {
        putUnsigned((value << 1) ^ (value >> 63));
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    void putUnsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void putFixedLong(long value) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putUnsigned(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
