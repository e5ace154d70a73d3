package io.stigg.sdk.outbox;

import io.stigg.sdk.port.SdkClock;

/**
 * Keeps events in the memory of this process until Stigg has them. What Stigg has not when the process ends is lost; use
 * {@link FileOutbox} where it must not be.
 *
 * <p>Immutable. Each client that is built with these options has an outbox of its own.
 */
public final class MemoryOutbox implements OutboxFactory {
    private final int mostEvents;

    private MemoryOutbox(int mostEvents) {
        if (mostEvents <= 0) {
            throw new IllegalArgumentException("mostEvents must be more than 0, not " + mostEvents);
        }
        this.mostEvents = mostEvents;
    }

    /**
     * Keeps at most so many events that wait. Those that are being sent come on top; they are bounded by how many are sent
     * at once.
     *
     * <p>Units: events. One takes a few hundred bytes of heap, and up to a few megabytes if the application makes it as
     * large as it may be.
     *
     * @param mostEvents the most events that wait, more than 0
     * @return the options
     * @throws IllegalArgumentException if it is 0 or negative
     */
    public static MemoryOutbox ofEvents(int mostEvents) {
        return new MemoryOutbox(mostEvents);
    }

    @Override
    public EventOutbox open(SdkClock clock) {
        return new MemoryEventOutbox(mostEvents);
    }

    @Override
    public String toString() {
        return "MemoryOutbox[mostEvents=" + mostEvents + "]";
    }
}
