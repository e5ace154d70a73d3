package io.stigg.sdk.subscription;

import io.stigg.sdk.StiggRequest;

/**
 * A request about subscriptions. Immutable.
 *
 * @param <R> what Stigg answers
 */
@SuppressWarnings("deprecation") // what is deprecated is served
public sealed interface SubscriptionRequest<R> extends StiggRequest<R>
        permits ProvisionSubscription,
                ApplySubscription,
                CreateSubscription,
                UpdateSubscription,
                GetSubscription,
                GetSubscriptions,
                GetActiveSubscriptions,
                GetActiveSubscriptionsList,
                CancelSubscription,
                CancelSubscriptionUpdates,
                MigrateSubscriptionToLatest,
                TransferSubscription,
                TransferSubscriptionToResource,
                DelegateSubscriptionToCustomer,
                EstimateSubscription,
                EstimateSubscriptionUpdate,
                PreviewSubscription,
                PreviewNextInvoice,
                ImportSubscriptionsBulk {}
