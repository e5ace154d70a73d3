package io.stigg.sdk.http.graphql;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import java.time.Instant;
import java.util.Optional;

/** Reads {@code EntitlementsUpdatedV2}. */
final class EntitlementNews {
    private EntitlementNews() {}

    /** An empty set without a reason does not say that the customer has nothing, but that it is to be asked for. */
    static Update snapshot(JsonView event, Instant arrivedAt) {
        CustomerScope scope = Topic.scopeOf(event);
        Optional<Denial> denial = event.at("accessDeniedReason").textIfAny().map(Denial::ofWire);
        EntitlementSnapshot snapshot = EntitlementReader.snapshot(scope, event.at("entitlements"), denial, arrivedAt);
        return snapshot.entitlements().isEmpty() && denial.isEmpty() ? new EntitlementsInvalidated(scope) : snapshot;
    }
}
