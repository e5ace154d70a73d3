package io.stigg.sdk.catalog;

import io.stigg.sdk.StiggRequest;

/**
 * A request about what is sold. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface CatalogRequest<R> extends StiggRequest<R> permits GetCoupons, GetProducts {}
