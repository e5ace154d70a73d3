package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggProtocolException;
import java.nio.charset.StandardCharsets;

/** Joins the parts of a message, up to a bound. Not thread-safe; confined to the connection's mailbox. */
final class Fragments {
    private final int mostBytes;
    private StringBuilder joined = new StringBuilder();

    Fragments(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    void add(String part) {
        // No character takes less than a byte, so this bounds the memory; the exact bound is for the whole.
        if (part.length() > mostBytes - joined.length()) {
            throw tooLarge();
        }
        joined.append(part);
    }

    byte[] whole() {
        byte[] bytes = joined.toString().getBytes(StandardCharsets.UTF_8);
        joined = new StringBuilder();
        if (bytes.length > mostBytes) {
            throw tooLarge();
        }
        return bytes;
    }

    private StiggProtocolException tooLarge() {
        return new StiggProtocolException("a message is larger than " + mostBytes + " bytes", "$", null);
    }
}
