package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Page;
import io.stigg.sdk.PagedRequest;
import io.stigg.sdk.Paging;
import java.util.List;

/**
 * Lists subscriptions, of whichever customers. Immutable.
 *
 * @param filter which of them
 * @param sorting by what, by what next and so on; empty for Stigg's order
 * @param paging which page
 */
public record GetSubscriptions(SubscriptionFilter filter, List<SubscriptionSort> sorting, Paging paging)
        implements SubscriptionRequest<Page<SubscriptionSummary>>, PagedRequest<GetSubscriptions> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public GetSubscriptions {
        requireNonNull(filter, "filter");
        sorting = List.copyOf(sorting);
        requireNonNull(paging, "paging");
    }

    /**
     * Asks for those that match, ten at a time.
     *
     * @param filter which of them
     * @return the request
     */
    public static GetSubscriptions matching(SubscriptionFilter filter) {
        return new GetSubscriptions(filter, List.of(), Paging.first(10));
    }

    /**
     * Sorts them.
     *
     * @param sorts by what, by what next and so on
     * @return the changed request
     */
    public GetSubscriptions sortedBy(SubscriptionSort... sorts) {
        return new GetSubscriptions(filter, List.of(sorts), paging);
    }

    @Override
    public GetSubscriptions at(Paging otherPage) {
        return new GetSubscriptions(filter, sorting, otherPage);
    }
}
