package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the environment states about the entitlements of a scope, asked or unasked. Not thread-safe; guarded by the
 * environment.
 */
final class Snapshots {
    private final Catalog catalog;
    private final Map<String, CustomerRecord> customers;

    Snapshots(Catalog catalog, Map<String, CustomerRecord> customers) {
        this.catalog = catalog;
        this.customers = customers;
    }

    EntitlementSnapshot of(CustomerScope scope, Moment moment) {
        CustomerRecord customer = customers.get(scope.customerId());
        if (customer == null) {
            return empty(scope, AccessDeniedReason.CUSTOMER_NOT_FOUND, moment);
        }
        if (customer.isArchived()) {
            return empty(scope, AccessDeniedReason.CUSTOMER_IS_ARCHIVED, moment);
        }
        var calculation = new EntitlementCalculation(catalog, customer, scope, moment.now());
        List<EntitlementFact> facts = calculation.facts();
        if (facts.isEmpty() && !calculation.hasSubscription()) {
            return empty(scope, AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION, moment);
        }
        Optional<Denial> denial = calculation.hasSubscription() || calculation.isUnknownResource()
                ? Optional.empty()
                : Optional.of(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
        // The time of the set travels on its entitlements, so that a set without any has none.
        Optional<Instant> updatedAt = facts.isEmpty() ? Optional.empty() : updatedAt(customer, moment.now());
        return new EntitlementSnapshot(scope, facts, denial, updatedAt, moment.fetchedAt());
    }

    private static Optional<Instant> updatedAt(CustomerRecord customer, Instant now) {
        return customer.changedAt(now).or(() -> customer.details().createdAt());
    }

    private static EntitlementSnapshot empty(CustomerScope scope, AccessDeniedReason reason, Moment moment) {
        return new EntitlementSnapshot(
                scope, List.of(), Optional.of(Denial.of(reason)), Optional.empty(), moment.fetchedAt());
    }
}
