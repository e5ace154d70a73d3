package io.stigg.sdk.testkit;

import io.stigg.sdk.testkit.backend.Past;
import java.time.Instant;

/**
 * All that has happened in a {@link StiggBackend} up to an instant. Taken by {@link StiggBackend#snapshot()}. Immutable, and
 * good for any number of backends.
 */
public final class BackendSnapshot {
    private final Past past;

    BackendSnapshot(Past past) {
        this.past = past;
    }

    /**
     * Tells when it was taken.
     *
     * @return the time of the backend then
     */
    public Instant takenAt() {
        return past.end();
    }

    Past past() {
        return past;
    }

    @Override
    public String toString() {
        return "BackendSnapshot[" + past.end() + "]";
    }
}
