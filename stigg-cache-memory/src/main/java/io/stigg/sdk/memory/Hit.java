package io.stigg.sdk.memory;

import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.CacheLookup;

/**
 * What readers find: a snapshot and a mark that it was read. The answer and the mark are one object, as each object that
 * a check has to look at costs more than its instructions.
 */
final class Hit extends CacheLookup {
    final Held held;
    // Plain, and written only when it is not set: readers must not fight over its cache line, and a mark that is seen
    // late costs precision only.
    private boolean wasRead;

    Hit(Held held, EntitlementSnapshot snapshot, boolean wasRead) {
        super(snapshot);
        this.held = held;
        this.wasRead = wasRead;
    }

    Hit mark() {
        if (!wasRead) {
            wasRead = true;
        }
        return this;
    }

    boolean isMarked() {
        return wasRead;
    }

    void unmark() {
        wasRead = false;
    }
}
