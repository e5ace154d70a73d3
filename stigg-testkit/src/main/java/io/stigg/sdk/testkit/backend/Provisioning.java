package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes customers and subscriptions, after every rule has been checked. Not thread-safe; guarded by the environment. */
final class Provisioning {
    private final CatalogVersions versions;
    private final Map<String, CustomerRecord> customers;
    private int subscriptions;

    Provisioning(CatalogVersions versions, Map<String, CustomerRecord> customers) {
        this.versions = versions;
        this.customers = customers;
    }

    /** Makes the customer, or updates the one of that id by what the request says. */
    CustomerRecord provision(ProvisionCustomer request, Instant now) {
        Refusals refusals = new Refusals("ProvisionCustomer");
        requireFreeId(request.customerId(), refusals);
        request.couponId().ifPresent(id -> requireCoupon(id, refusals));
        Optional<Selection> selection =
                request.subscription().map(asked -> rules("ProvisionCustomer").check(asked));
        selection.ifPresent(chosen -> checkId(chosen, refusals));
        CustomerRecord customer =
                customer(request.customerId(), request.createdAt().orElse(now));
        CustomerChange.of(request).applyTo(customer, now);
        selection.ifPresent(chosen ->
                subscribe(customer, chosen, request.subscriptionStartDate().orElse(now), now));
        return customer;
    }

    /** Finds the customer of an id, or makes it. */
    CustomerRecord customer(String id, Instant createdAt) {
        return customers.computeIfAbsent(
                id,
                key -> new CustomerRecord(
                        new Customer(
                                key,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(createdAt),
                                createdAt,
                                Map.of()),
                        this::tally));
    }

    private Tally tally(EntitlementRef ref) {
        return ref.type() == EntitlementRef.Type.FEATURE
                ? Tally.of(versions.current().feature(ref.id()).flatMap(CatalogFeature::meter))
                : Tally.ofReports();
    }

    /** The id of a customer that was archived stays taken. */
    void requireFreeId(String customerId, Refusals refusals) {
        CustomerRecord customer = customers.get(customerId);
        if (customer != null && customer.isArchived()) {
            throw refusals.because(ErrorCode.ENTITY_IS_ARCHIVED_ERROR, "The customer " + customerId + " is archived");
        }
    }

    void requireCoupon(String id, Refusals refusals) {
        if (!versions.current().hasCoupon(id)) {
            throw refusals.because(ErrorCode.COUPON_NOT_FOUND, "Coupon not found: " + id);
        }
    }

    /** Returns the rules of what may be subscribed to now. */
    SelectionRules rules(String operation) {
        return new SelectionRules(versions.current(), operation);
    }

    void checkId(Selection selection, Refusals refusals) {
        selection.request().subscriptionId().filter(this::isTaken).ifPresent(id -> {
            throw refusals.because(ErrorCode.DUPLICATED_ENTITY_NOT_ALLOWED, "There is a subscription " + id);
        });
    }

    private boolean isTaken(String subscriptionId) {
        return customers.values().stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .anyMatch(subscription -> subscription.id().equals(subscriptionId));
    }

    /**
     * Subscribes a customer, from an instant that may have passed or lie ahead. A live subscription of the same product
     * and resource ends then; one that has not started yet never will.
     */
    SubscriptionRecord subscribe(CustomerRecord customer, Selection selection, Instant start, Instant now) {
        boolean replaced = false;
        for (SubscriptionRecord other : customer.subscriptions()) {
            if (isReplaced(other, selection, now)) {
                replaced |= other.isLive(now);
                other.endAt(other.isLive(now) ? start : now);
            }
        }
        if (replaced) {
            restartUsage(customer, selection, start, now);
        }
        SubscriptionRecord made = new SubscriptionRecord(
                selection.request().subscriptionId().orElseGet(() -> newId(selection)),
                customer.details().id(),
                selection,
                start);
        customer.subscriptions().add(made);
        customer.changesAt(now);
        customer.changesAt(start.isAfter(now) ? start : now);
        return made;
    }

    /** Makes the changes whose time has come. */
    void settle(Instant now) {
        for (CustomerRecord customer : customers.values()) {
            for (SubscriptionRecord subscription : customer.subscriptions()) {
                String planId = subscription.selection().plan().id();
                subscription
                        .settle(now)
                        .filter(change -> !change.after().plan().id().equals(planId))
                        .ifPresent(change -> restartUsage(customer, change.after(), change.at(), now));
            }
        }
    }

    private static boolean isReplaced(SubscriptionRecord other, Selection selection, Instant now) {
        return !other.hasEnded(now)
                && other.selection().product().id().equals(selection.product().id())
                && other.resourceId().equals(selection.request().resourceId());
    }

    /** Counters start again with the new subscription, levels go on: three seats are three seats on any plan. */
    private void restartUsage(CustomerRecord customer, Selection selection, Instant start, Instant now) {
        Optional<String> resourceId = selection.request().resourceId();
        if (start.isAfter(now)) {
            // What is first reported before then has to start again as well.
            counters()
                    .forEach(ref ->
                            customer.usage(new CustomerScope(customer.details().id(), resourceId), ref));
        }
        customer.usage().forEach((key, log) -> {
            boolean concerned = resourceId.isEmpty() || key.resourceId().equals(resourceId);
            if (concerned && counters().contains(key.ref())) {
                log.restart(start, now);
            }
        });
    }

    private Set<EntitlementRef> counters() {
        Set<EntitlementRef> counters = new HashSet<>();
        versions.current().features().stream()
                .filter(feature -> feature.feature().meterType() == MeterType.INCREMENTAL)
                .forEach(feature -> counters.add(EntitlementRef.feature(feature.id())));
        versions.current().currencies().forEach(currency -> counters.add(EntitlementRef.credit(currency.id())));
        return counters;
    }

    private String newId(Selection selection) {
        return "subscription-" + selection.plan().id().replaceFirst("^plan-", "") + "-" + ++subscriptions;
    }
}
