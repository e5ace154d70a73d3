package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is stated of whom, as of when it was read. Immutable.
 *
 * <p>A customer that is not listed has what everybody else has, if that is stated, else nothing, which is no error. Source:
 * the offline mode of Stigg's Java sidecar SDK, which denies what it does not list.
 */
final class Knowledge {
    private final OfflineDocument document;
    private final Instant readAt;
    private final Set<String> customerIds;

    /**
     * @param readAt later than that of any knowledge before it; it is the date of everything that is answered from it, so
     *     that answers from other knowledge are older or newer
     */
    Knowledge(OfflineDocument document, Instant readAt) {
        this.document = document;
        this.readAt = readAt;
        this.customerIds = document.customers().keySet().stream()
                .map(CustomerScope::customerId)
                .collect(Collectors.toUnmodifiableSet());
    }

    Instant readAt() {
        return readAt;
    }

    Set<CustomerScope> scopes() {
        return document.customers().keySet();
    }

    /** Tells what holds of a customer or resource now. */
    EntitlementSnapshot of(CustomerScope scope, Instant now) {
        EntitlementSnapshot stated = document.customers().get(scope);
        if (stated != null) {
            return snapshot(scope, stated.entitlements(), stated.denial(), now);
        }
        if (customerIds.contains(scope.customerId())) {
            return nothing(
                    scope,
                    scope.resourceId().isPresent()
                            ? AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND
                            : AccessDeniedReason.CUSTOMER_NOT_FOUND,
                    now);
        }
        return document.defaults()
                .map(facts -> snapshot(scope, facts, Optional.empty(), now))
                .orElseGet(() -> nothing(scope, AccessDeniedReason.CUSTOMER_NOT_FOUND, now));
    }

    private EntitlementSnapshot nothing(CustomerScope scope, AccessDeniedReason reason, Instant now) {
        return snapshot(scope, List.of(), Optional.of(Denial.of(reason)), now);
    }

    private EntitlementSnapshot snapshot(
            CustomerScope scope, List<EntitlementFact> facts, Optional<Denial> denial, Instant now) {
        List<EntitlementFact> holding =
                facts.stream().filter(fact -> Validity.holds(fact, now)).toList();
        return new EntitlementSnapshot(scope, holding, denial, Optional.of(readAt), readAt);
    }
}
