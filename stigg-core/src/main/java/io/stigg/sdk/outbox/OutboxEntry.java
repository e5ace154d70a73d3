package io.stigg.sdk.outbox;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.usage.UsageEvent;

/**
 * An event that was taken from an outbox. Immutable.
 *
 * @param position where the outbox has it: for the outbox alone to understand; no two entries of an outbox have the same, and
 *     later ones have higher positions
 * @param event the event
 */
public record OutboxEntry(long position, UsageEvent event) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if the event is null
     */
    public OutboxEntry {
        requireNonNull(event, "event");
    }
}
