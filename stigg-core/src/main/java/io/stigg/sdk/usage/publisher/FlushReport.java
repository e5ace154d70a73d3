package io.stigg.sdk.usage.publisher;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggException;
import java.util.Optional;

/**
 * What a flush has come to. Immutable.
 *
 * @param left how many of the events that had been accepted before it have neither been delivered nor refused
 * @param reason why the last attempt to deliver any failed, empty if it did not
 */
public record FlushReport(long left, Optional<StiggException> reason) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if the reason is null
     */
    public FlushReport {
        requireNonNull(reason, "reason");
    }

    /**
     * Tells whether nothing is left.
     *
     * @return true if every event has been delivered or refused
     */
    public boolean isComplete() {
        return left == 0;
    }
}
