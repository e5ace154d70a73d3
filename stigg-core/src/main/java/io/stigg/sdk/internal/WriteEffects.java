package io.stigg.sdk.internal;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.credit.CreditGrant;
import io.stigg.sdk.customer.ArchiveCustomer;
import io.stigg.sdk.customer.ImportCustomer;
import io.stigg.sdk.customer.ImportCustomerBulk;
import io.stigg.sdk.customer.UnarchiveCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.promotion.PromotionRequest;
import io.stigg.sdk.subscription.ImportSubscription;
import io.stigg.sdk.subscription.ImportSubscriptionsBulk;
import io.stigg.sdk.subscription.MigratedSubscription;
import io.stigg.sdk.subscription.Subscription;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose entitlements a write has changed that does not return them. Immutable.
 *
 * @param forgotten what no longer holds; a customer stands for its resources as well
 * @param reloaded what is worth being known again at once
 */
record WriteEffects(Set<CustomerScope> forgotten, Set<CustomerScope> reloaded) {
    private static final WriteEffects NONE = new WriteEffects(Set.of(), Set.of());

    /** Subscriptions, migrated ones and grants of credits are answers to writes alone; reads answer with more, or with lists. */
    static WriteEffects of(StiggRequest<?> request, Object answer) {
        if (answer instanceof Subscription changed) {
            return onCustomer(new CustomerScope(changed.customerId(), changed.resourceId()));
        } else if (answer instanceof MigratedSubscription migrated) {
            return onCustomer(new CustomerScope(migrated.customerId(), migrated.resourceId()));
        } else if (answer instanceof CreditGrant grant) {
            return onCustomer(new CustomerScope(grant.customerId(), grant.resourceId()));
        } else if (request instanceof PromotionRequest<?> promotion) {
            return onCustomer(CustomerScope.of(promotion.customerId()));
        } else if (request instanceof UnarchiveCustomer back) {
            return onCustomer(CustomerScope.of(back.customerId()));
        } else if (request instanceof ArchiveCustomer gone) {
            return new WriteEffects(Set.of(CustomerScope.of(gone.customerId())), Set.of());
        }
        return ofImport(request);
    }

    /** A subscription may have come from another resource, and what a customer has its resources have too. */
    private static WriteEffects onCustomer(CustomerScope reloaded) {
        return new WriteEffects(Set.of(CustomerScope.of(reloaded.customerId())), Set.of(reloaded));
    }

    /** Rows may be many, and Stigg takes its time over them. */
    private static WriteEffects ofImport(StiggRequest<?> request) {
        if (request instanceof ImportSubscriptionsBulk rows) {
            return forgetting(rows.subscriptions().stream().map(ImportSubscription::customerId));
        } else if (request instanceof ImportCustomerBulk rows) {
            return forgetting(rows.customers().stream().map(ImportCustomer::customerId));
        }
        return request instanceof ImportCustomer row ? forgetting(Stream.of(row.customerId())) : NONE;
    }

    private static WriteEffects forgetting(Stream<String> customerIds) {
        return new WriteEffects(customerIds.map(CustomerScope::of).collect(Collectors.toSet()), Set.of());
    }
}
