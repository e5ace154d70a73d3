package io.stigg.sdk.memory;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;

/** One held scope: its hit of the moment, and what writers know of it. For writers alone, who take turns. */
final class Held {
    final CustomerScope scope;
    private Hit hit;
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
        this.hit = new Hit(this, snapshot, false);
    }

    void replace(EntitlementSnapshot newSnapshot, long newBytes) {
        snapshot = newSnapshot;
        bytes = newBytes;
        hit = new Hit(this, newSnapshot, hit.isMarked());
    }

    Hit hit() {
        return hit;
    }

    EntitlementSnapshot snapshot() {
        return snapshot;
    }

    long bytes() {
        return bytes;
    }
}
