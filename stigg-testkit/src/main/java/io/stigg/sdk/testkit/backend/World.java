package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.testkit.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operations of an environment share. Not thread-safe; guarded by the environment.
 *
 * @param versions what is sold, and was
 * @param customers the customers by id
 * @param snapshots works out entitlements
 * @param news tells what changes
 * @param timeline what is going to happen by itself
 * @param payments tells what has to be paid
 * @param checkouts the pages on which that is done
 * @param provisioning makes customers
 * @param lifecycle makes subscriptions, and ends them
 */
record World(
        CatalogVersions versions,
        Map<String, CustomerRecord> customers,
        Snapshots snapshots,
        News news,
        Timeline timeline,
        Payments payments,
        Checkouts checkouts,
        Provisioning provisioning,
        Lifecycle lifecycle) {
    static World of(
            CatalogVersions versions,
            Map<String, CustomerRecord> customers,
            Snapshots snapshots,
            News news,
            Timeline timeline) {
        Payments payments = new Payments();
        return new World(
                versions,
                customers,
                snapshots,
                news,
                timeline,
                payments,
                new Checkouts(timeline),
                new Provisioning(versions, customers, payments),
                new Lifecycle(versions, timeline, news, payments, new RecurringCredits(timeline, news)));
    }

    Catalog catalog() {
        return versions.current();
    }

    CustomerRecord existing(String customerId, Refusals refusals) {
        return customer(customerId).orElseThrow(() -> refusals.customerNotFound(customerId));
    }

    /** Finds a customer that was not archived. */
    Optional<CustomerRecord> customer(String customerId) {
        return Optional.ofNullable(customers.get(customerId)).filter(customer -> !customer.isArchived());
    }

    void requireFeature(String featureId, Refusals refusals) {
        if (catalog().feature(featureId).isEmpty()) {
            throw refusals.featureNotFound(featureId);
        }
    }

    void requireCurrency(String currencyId, Refusals refusals) {
        if (catalog().currency(currencyId).isEmpty()) {
            throw refusals.because(ErrorCode.CUSTOM_CURRENCY_NOT_FOUND, "Currency not found: " + currencyId);
        }
    }

    /** Finds a subscription of any customer. */
    Optional<SubscriptionRecord> subscription(String id) {
        return subscriptions().stream()
                .filter(subscription -> subscription.id().equals(id))
                .findAny();
    }

    List<SubscriptionRecord> subscriptions() {
        return customers.values().stream()
                .filter(customer -> !customer.isArchived())
                .flatMap(customer -> customer.subscriptions().stream())
                .toList();
    }
}
