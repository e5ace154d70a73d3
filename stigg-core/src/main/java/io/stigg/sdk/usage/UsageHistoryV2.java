package io.stigg.sdk.usage;

import java.util.List;

/**
 * How usage of a feature went. Immutable.
 *
 * @param markers when it started again from 0, and why
 * @param series how it went, group by group
 */
public record UsageHistoryV2(List<UsageMarker> markers, List<UsageHistorySeries> series) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageHistoryV2 {
        markers = List.copyOf(markers);
        series = List.copyOf(series);
    }
}
