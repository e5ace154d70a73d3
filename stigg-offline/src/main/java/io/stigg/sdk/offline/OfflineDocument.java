package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source states. Immutable.
 *
 * @param statedAt when it was stated, empty when the source does not say
 * @param customers the entitlements of each customer and resource, in the source's order
 * @param defaults the entitlements of every customer that is not among them, empty when those have none
 */
record OfflineDocument(
        Optional<Instant> statedAt,
        Map<CustomerScope, EntitlementSnapshot> customers,
        Optional<List<EntitlementFact>> defaults) {}
