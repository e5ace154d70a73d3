package io.stigg.sdk.usage;

import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Map;

/**
 * How usage went, as a whole or of one group. Immutable.
 *
 * @param tags the group: its value of each dimension that was asked for; empty for all usage
 * @param points usage at each instant at which it changed, the earliest first
 */
public record UsageHistorySeries(
        @ApiName(value = "tags", key = "key", each = "value")
        Map<String, String> tags,

        List<UsageHistoryPoint> points) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageHistorySeries {
        tags = Map.copyOf(tags);
        points = List.copyOf(points);
    }
}
