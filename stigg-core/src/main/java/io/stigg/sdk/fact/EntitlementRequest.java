package io.stigg.sdk.fact;

import io.stigg.sdk.StiggRequest;

/**
 * A request for entitlements. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface EntitlementRequest<R> extends StiggRequest<R> permits GetEntitlementsState {}
