package io.stigg.sdk.offline;

import io.stigg.sdk.error.StiggArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** What was read from a stream. Immutable, and always the same. */
final class StreamSource implements Source {
    private static final String NAME = "the stream";

    private final byte[] json;

    private StreamSource(byte[] json) {
        this.json = json;
    }

    /** Reads a stream, and closes it. */
    static StreamSource read(InputStream stream) {
        try (stream) {
            return new StreamSource(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new StiggArchiveException(NAME + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public OfflineDocument document(Instant now) {
        return DocumentReader.read(json, NAME, now);
    }

    @Override
    public Object stamp() {
        return this;
    }

    @Override
    public String toString() {
        return NAME;
    }
}
