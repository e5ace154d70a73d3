package io.stigg.sdk.memory;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.CacheLookup;

/**
 * One held scope: its snapshot of the moment, and what is known of its use. Readers call {@link #read} alone; everything
 * else is for writers, who take turns.
 */
final class Held {
    final CustomerScope scope;
    // Kept beside the snapshot, so that a look-up allocates nothing.
    private volatile CacheLookup lookup;
    // Plain, and written only when it is not set: readers must not fight over its cache line, and a mark that is seen
    // late costs precision only.
    private boolean wasRead;
    private EntitlementSnapshot snapshot;
    private long bytes;
    /** When it was last known to be in use, in the ticks of {@link EvictionOrder}. */
    long lastUse;
    /** Where {@link EvictionOrder} has put it. */
    int index;

    Held(EntitlementSnapshot snapshot, long bytes) {
        this.scope = snapshot.scope();
        this.snapshot = snapshot;
        this.bytes = bytes;
        this.lookup = CacheLookup.hit(snapshot);
    }

    CacheLookup read() {
        if (!wasRead) {
            wasRead = true;
        }
        return lookup;
    }

    EntitlementSnapshot snapshot() {
        return snapshot;
    }

    long bytes() {
        return bytes;
    }

    void replace(EntitlementSnapshot newSnapshot, long newBytes) {
        snapshot = newSnapshot;
        bytes = newBytes;
        lookup = CacheLookup.hit(newSnapshot);
    }

    boolean isMarked() {
        return wasRead;
    }

    void unmark() {
        wasRead = false;
    }
}
