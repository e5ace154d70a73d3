package io.stigg.sdk.catalog;

import io.stigg.sdk.Page;
import java.util.stream.Stream;

/**
 * Reading what is sold. Thread-safe.
 *
 * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
 * {@link io.stigg.sdk.error.StiggTransportException} if no answer came.
 *
 * <p>Threads: each method blocks for as long as the transport's time budget allows.
 */
public interface Catalog {
    /**
     * Sends any request about what is sold.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws IllegalStateException if the client is closed
     */
    <R> R send(CatalogRequest<R> request);

    /**
     * Lists some coupons.
     *
     * @param request which of them
     * @return a page of them
     */
    default Page<Coupon> coupons(GetCoupons request) {
        return send(request);
    }

    /**
     * Goes through all coupons that may be applied, a page at a time.
     *
     * @return the coupons; see {@link Page#all} for when pages are fetched
     */
    default Stream<Coupon> coupons() {
        return Page.all(GetCoupons.first(), this::send);
    }

    /**
     * Lists some products.
     *
     * @param request which of them
     * @return a page of them
     */
    default Page<Product> products(GetProducts request) {
        return send(request);
    }

    /**
     * Goes through all products, a page at a time.
     *
     * @return the products; see {@link Page#all} for when pages are fetched
     */
    default Stream<Product> products() {
        return Page.all(GetProducts.first(), this::send);
    }
}
