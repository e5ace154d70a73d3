package io.stigg.sdk.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that grows at its end.
 *
 * <p>Threading: {@link #append} and {@link #cutTo} by one thread at a time, {@link #force} by another at the same time. An
 * interrupted thread does its work like any other: what it publishes counts, and the file stays open for the others.
 */
interface AppendFile extends Closeable {
    /** Makes files. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes a file that is not there yet.
         *
         * @param file where
         * @return the file
         */
        AppendFile create(Path file) throws IOException;
    }

    /** Hands all of the bytes to the operating system; may have handed over some if it fails. */
    void append(byte[] bytes) throws IOException;

    /** Cuts the file off, and goes on from there. */
    void cutTo(long length) throws IOException;

    /** Has everything written to the disk. */
    void force() throws IOException;
}
