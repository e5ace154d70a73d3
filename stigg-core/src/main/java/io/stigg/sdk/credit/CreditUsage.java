package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.CustomCurrency;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * What a customer consumed of its credits, feature by feature. Immutable.
 *
 * @param series the features
 * @param currency the currency
 * @param startCursor stands before the first of the features
 * @param endCursor stands after the last of the features; ask with {@link io.stigg.sdk.Paging#after} for those that
 *     follow
 * @param hasNextPage whether more features follow
 * @param hasPreviousPage whether more features precede
 */
public record CreditUsage(
        List<CreditUsageSeries> series,
        Optional<CustomCurrency> currency,
        @ApiName("pageInfo.startCursor") Optional<String> startCursor,
        @ApiName("pageInfo.endCursor") Optional<String> endCursor,
        @ApiName("pageInfo.hasNextPage") boolean hasNextPage,
        @ApiName("pageInfo.hasPreviousPage") boolean hasPreviousPage) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditUsage {
        series = List.copyOf(series);
        requireNonNull(currency, "currency");
        requireNonNull(startCursor, "startCursor");
        requireNonNull(endCursor, "endCursor");
    }
}
