package io.stigg.sdk.usage.publisher;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.usage.UsageEvent;
import java.util.Optional;

/**
 * An event that was accepted, and that the publisher will not bring to Stigg. Immutable.
 *
 * @param event the event, with the key and the time that it was or would have been sent with; it may be sent again
 * @param cause what kept it from being delivered
 * @param reason what went wrong: why Stigg refused it, or why the last attempt to deliver any before the end failed; empty if
 *     there was no attempt
 */
public record UndeliveredEvent(UsageEvent event, Cause cause, Optional<StiggException> reason) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UndeliveredEvent {
        requireNonNull(event, "event");
        requireNonNull(cause, "cause");
        requireNonNull(reason, "reason");
    }

    /** What keeps events from being delivered. */
    public enum Cause {
        /** Stigg will not have it: it was refused by itself, or Stigg failed over it again and again and not over others. */
        REFUSED,
        /** The publisher was closed before. Whether Stigg has it is not known if an attempt was under way. */
        CLOSED
    }
}
