package io.stigg.sdk.redis;

import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Optional;

/**
 * What was found in Redis. Immutable.
 *
 * @param snapshot the entitlements, empty on a miss
 * @param lacksCustomer whether it is a miss because the customer of the resource is missing, or is newer than the
 *     resource: both are to be fetched then
 */
record Found(Optional<EntitlementSnapshot> snapshot, boolean lacksCustomer) {
    static Found nothing() {
        return new Found(Optional.empty(), false);
    }
}
