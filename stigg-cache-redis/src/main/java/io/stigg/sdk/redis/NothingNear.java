package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import java.util.List;

/** Stands where there is no cache in front of Redis. Immutable. */
final class NothingNear implements EntitlementCache {
    @Override
    public CacheLookup find(CustomerScope scope) {
        return CacheLookup.miss();
    }

    @Override
    public void store(EntitlementSnapshot snapshot) {}

    @Override
    public void storeIfHeld(EntitlementSnapshot snapshot) {}

    @Override
    public void applyUsage(UsageReading reading) {}

    @Override
    public void evict(CustomerScope scope) {}

    @Override
    public void clear() {}

    @Override
    public List<EntitlementSnapshot> heldNear() {
        return List.of();
    }

    @Override
    public void close() {}
}
