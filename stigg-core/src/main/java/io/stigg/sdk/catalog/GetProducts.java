package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Page;
import io.stigg.sdk.PagedRequest;
import io.stigg.sdk.Paging;

/**
 * Lists the products. Immutable.
 *
 * @param paging which page
 */
public record GetProducts(Paging paging) implements CatalogRequest<Page<Product>>, PagedRequest<GetProducts> {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public GetProducts {
        requireNonNull(paging, "paging");
    }

    /**
     * Asks for all of them, a page at a time.
     *
     * @return the request
     */
    public static GetProducts first() {
        return new GetProducts(Paging.first(25));
    }

    @Override
    public GetProducts at(Paging otherPage) {
        return new GetProducts(otherPage);
    }
}
