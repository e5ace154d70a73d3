package io.stigg.sdk.subscription;

import io.stigg.sdk.StiggRequest;

/**
 * A request about subscriptions. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface SubscriptionRequest<R> extends StiggRequest<R> permits ProvisionSubscription {}
