package io.stigg.sdk;

/** Something that was started and can be ended: a listener, a timer. Thread-safe. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Ends it. Never throws; ending it again does nothing. */
    @Override
    void close();
}
