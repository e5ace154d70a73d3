package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A customer and all that is its own. Not thread-safe; guarded by the environment. */
final class CustomerRecord {
    private static final int MOST_REPORTS = 10_000;

    private final List<SubscriptionRecord> subscriptions = new ArrayList<>();
    private final Map<String, Promotion> promotions = new LinkedHashMap<>();
    private final Map<UsageKey, UsageLog> usage = new HashMap<>();
    private final Map<String, Reported> reports = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reported> eldest) {
            return size() > MOST_REPORTS;
        }
    };
    private final TreeSet<Instant> changes = new TreeSet<>();
    private final CreditAccount credits;
    private Customer details;
    private Optional<String> couponId = Optional.empty();
    private Optional<String> paymentMethodId = Optional.empty();
    private boolean isArchived;

    CustomerRecord(Customer details) {
        this.details = details;
        this.credits = new CreditAccount(details.id());
    }

    Customer details() {
        return details;
    }

    void setDetails(Customer newDetails) {
        details = newDetails;
    }

    /** Returns the coupon for everything that the customer buys. */
    Optional<String> couponId() {
        return couponId;
    }

    void setCoupon(Optional<String> id) {
        couponId = id;
    }

    Optional<String> paymentMethodId() {
        return paymentMethodId;
    }

    void setPaymentMethod(Optional<String> id) {
        paymentMethodId = id;
    }

    boolean isArchived() {
        return isArchived;
    }

    /** Erases who it is, for good. */
    void archive(Instant now) {
        isArchived = true;
        details = new Customer(
                details.id(),
                Optional.empty(),
                Optional.empty(),
                details.billingId(),
                details.awsMarketplaceCustomerId(),
                details.createdAt(),
                now,
                details.metadata());
        changes.add(now);
    }

    void unarchive(Instant now) {
        isArchived = false;
        changes.add(now);
    }

    List<SubscriptionRecord> subscriptions() {
        return subscriptions;
    }

    /** Returns what was granted beside subscriptions, by feature id. */
    Map<String, Promotion> promotions() {
        return promotions;
    }

    CreditAccount credits() {
        return credits;
    }

    /** Returns the latest reports that were accepted, by idempotency key. */
    Map<String, Reported> reports() {
        return reports;
    }

    UsageLog usage(CustomerScope scope, EntitlementRef ref) {
        return usage.computeIfAbsent(new UsageKey(scope.resourceId(), ref), key -> new UsageLog());
    }

    /** Returns the usage of all scopes, or of one resource, of which there is any. */
    Map<UsageKey, UsageLog> usage() {
        return usage;
    }

    /** A resource is known from its first subscription on. */
    boolean hasResource(String resourceId) {
        return subscriptions.stream()
                .anyMatch(subscription -> subscription.resourceId().equals(Optional.of(resourceId)));
    }

    /** Returns what a change reaches: of a resource that alone, of the customer itself each known resource as well. */
    Set<CustomerScope> reachedFrom(Optional<String> resourceId) {
        CustomerScope whole = CustomerScope.of(details.id());
        Set<CustomerScope> reached = new LinkedHashSet<>();
        if (resourceId.isEmpty()) {
            reached.add(whole);
        }
        subscriptions.stream()
                .flatMap(subscription -> subscription.resourceId().stream())
                .filter(known -> resourceId.isEmpty() || resourceId.get().equals(known))
                .forEach(known -> reached.add(whole.resource(known)));
        return reached;
    }

    /** Notes that entitlements change at an instant, which may lie ahead. */
    void changesAt(Instant instant) {
        changes.add(instant);
    }

    /** Returns when entitlements last changed. */
    Optional<Instant> changedAt(Instant now) {
        return Optional.ofNullable(changes.floor(now));
    }

    /** Returns when entitlements will change next, as far as is known. */
    Optional<Instant> changesNext(Instant now) {
        return Optional.ofNullable(changes.higher(now));
    }

    record UsageKey(Optional<String> resourceId, EntitlementRef ref) {}

    record Reported(String measurementId, CustomerScope scope, String featureId) {}
}
