package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.catalog.CatalogRequest;
import io.stigg.sdk.credit.CreditRequest;
import io.stigg.sdk.customer.CustomerRequest;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.promotion.PromotionRequest;
import io.stigg.sdk.subscription.SubscriptionRequest;
import io.stigg.sdk.usage.UsageRequest;

/** Asks a client. */
record ClientRoute(Stigg stigg) implements ScenarioRoute {
    @Override
    public <R> R ask(StiggRequest<R> request) {
        if (request instanceof CustomerRequest<R> customers) {
            return stigg.customers().send(customers);
        } else if (request instanceof SubscriptionRequest<R> subscriptions) {
            return stigg.subscriptions().send(subscriptions);
        } else if (request instanceof PromotionRequest<R> promotions) {
            return stigg.promotions().send(promotions);
        } else if (request instanceof CreditRequest<R> credits) {
            return stigg.credits().send(credits);
        } else if (request instanceof CatalogRequest<R> catalog) {
            return stigg.catalog().send(catalog);
        } else if (request instanceof UsageRequest<R> usage) {
            return stigg.usage().send(usage);
        }
        throw new IllegalArgumentException("no scenario sends " + request);
    }

    @Override
    public Entitlement check(EntitlementQuery query) {
        return stigg.getEntitlement(query);
    }

    @Override
    public EntitlementsState state(CustomerScope scope) {
        return stigg.getEntitlementsState(scope);
    }

    @Override
    public boolean isClient() {
        return true;
    }

    @Override
    public void close() {
        stigg.close();
    }
}
