package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.usage.ReportUsage;
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
import java.util.function.Function;

/** A customer and all that is its own. Not thread-safe; guarded by the environment. */
final class CustomerRecord {
    private final List<SubscriptionRecord> subscriptions = new ArrayList<>();
    private final Map<String, Promotion> promotions = new LinkedHashMap<>();
    private final Map<UsageKey, UsageLog> usage = new HashMap<>();
    private final Map<String, Reported> reports = new Remembered<>();
    private final List<ReportUsage> measurements = new ArrayList<>();
    private final TreeSet<Instant> changes = new TreeSet<>();
    private final CreditAccount credits;
    private final Function<EntitlementRef, Tally> tallies;
    private Customer details;
    private Optional<String> couponId = Optional.empty();
    private Optional<String> paymentMethodId = Optional.empty();
    private boolean isArchived;

    /**
     * @param tallies makes what adds up the usage of a thing
     */
    CustomerRecord(Customer details, Function<EntitlementRef, Tally> tallies) {
        this.details = details;
        this.tallies = tallies;
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

    /** Returns every report that was accepted, once each. */
    List<ReportUsage> measurements() {
        return measurements;
    }

    UsageLog usage(CustomerScope scope, EntitlementRef ref) {
        return usage.computeIfAbsent(
                new UsageKey(scope.resourceId(), ref), key -> new UsageLog(() -> tallies.apply(ref)));
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
