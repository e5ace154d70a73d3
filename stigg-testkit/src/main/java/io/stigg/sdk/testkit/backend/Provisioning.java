package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.catalog.CouponStatus;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes customers, and knows the rules of what may be made for them. Not thread-safe; guarded by the environment. */
final class Provisioning {
    private final CatalogVersions versions;
    private final Map<String, CustomerRecord> customers;
    private final Payments payments;

    Provisioning(CatalogVersions versions, Map<String, CustomerRecord> customers, Payments payments) {
        this.versions = versions;
        this.customers = customers;
        this.payments = payments;
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
        Coupon coupon = versions.current()
                .coupon(id)
                .orElseThrow(() -> refusals.because(ErrorCode.COUPON_NOT_FOUND, "Coupon not found: " + id));
        if (coupon.status() == CouponStatus.ARCHIVED) {
            throw refusals.because(ErrorCode.ARCHIVED_COUPON_CANT_BE_APPLIED, id + " is archived");
        }
    }

    /** Returns the rules of what may be subscribed to now. */
    SelectionRules rules(String operation) {
        return new SelectionRules(versions, payments, operation);
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
}
