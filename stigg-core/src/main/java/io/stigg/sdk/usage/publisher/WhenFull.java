package io.stigg.sdk.usage.publisher;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What happens to an event for which there is no room. Immutable. */
public sealed interface WhenFull {
    /**
     * The event is not accepted: publishing it throws at once.
     *
     * @return that
     */
    static WhenFull refuse() {
        return new Refuse();
    }

    /**
     * Publishing waits for room, and throws if there is none in time.
     *
     * @param patience how long it waits, more than 0
     * @return that
     * @throws IllegalArgumentException if it is 0 or negative
     */
    static WhenFull block(Duration patience) {
        return new Block(patience);
    }

    /**
     * The oldest events that wait are dropped, and counted.
     *
     * @return that
     */
    static WhenFull dropOldest() {
        return new DropOldest();
    }

    /** The event is not accepted. */
    record Refuse() implements WhenFull {}

    /**
     * Publishing waits.
     *
     * @param patience how long it waits
     */
    record Block(Duration patience) implements WhenFull {
        /**
         * Checks the patience.
         *
         * @throws IllegalArgumentException if it is 0 or negative
         */
        public Block {
            requireNonNull(patience, "patience");
            if (patience.isNegative() || patience.isZero()) {
                throw new IllegalArgumentException("patience must be more than 0, not " + patience);
            }
        }
    }

    /** The oldest events that wait are dropped. */
    record DropOldest() implements WhenFull {}
}
