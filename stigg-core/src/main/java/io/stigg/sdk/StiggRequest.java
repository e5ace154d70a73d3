package io.stigg.sdk;

import io.stigg.sdk.catalog.CatalogRequest;
import io.stigg.sdk.credit.CreditRequest;
import io.stigg.sdk.customer.CustomerRequest;
import io.stigg.sdk.fact.EntitlementRequest;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.promotion.PromotionRequest;
import io.stigg.sdk.subscription.SubscriptionRequest;
import io.stigg.sdk.usage.UsageRequest;

/**
 * Something asked of Stigg: one operation of its API with its input. Every operation is a value of its own class, named
 * as the API names it, so that the set of operations is closed and transports can be held to bind each of them.
 * Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface StiggRequest<R>
        permits EntitlementRequest,
                CustomerRequest,
                SubscriptionRequest,
                CatalogRequest,
                PromotionRequest,
                CreditRequest,
                UsageRequest,
                GetPaywall,
                GetSdkConfiguration {}
