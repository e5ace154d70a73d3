package io.stigg.sdk.usage;

import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Map;

/**
 * How usage of one group went. Immutable.
 *
 * @param groupInfo the group: its value of each dimension that was asked for
 * @param usageMeasurements usage at each instant at which it changed
 */
public record GroupUsageHistory(
        @ApiName(value = "groupInfo", key = "key", each = "value")
        Map<String, String> groupInfo,

        List<UsageMeasurementPoint> usageMeasurements) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public GroupUsageHistory {
        groupInfo = Map.copyOf(groupInfo);
        usageMeasurements = List.copyOf(usageMeasurements);
    }
}
