package io.stigg.sdk;

/**
 * A request for a list that Stigg gives out page by page. Immutable.
 *
 * @param <Q> the request's own type
 */
public interface PagedRequest<Q extends PagedRequest<Q>> {
    /**
     * Returns which page is asked for.
     *
     * @return the paging
     */
    Paging paging();

    /**
     * Asks for another page.
     *
     * @param paging the paging
     * @return the changed request
     */
    Q at(Paging paging);
}
