package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How usage of a feature went, as the older question is answered. Immutable.
 *
 * @param startDate since when
 * @param endDate up to when
 * @param markers when it started again from 0, and why
 * @param usageMeasurements usage at each instant at which it changed
 * @param groups how it went group by group, where groups were asked for
 */
public record UsageHistory(
        Instant startDate,
        Optional<Instant> endDate,
        List<UsageMarker> markers,
        List<UsageMeasurementPoint> usageMeasurements,
        List<GroupUsageHistory> groups) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageHistory {
        requireNonNull(startDate, "startDate");
        requireNonNull(endDate, "endDate");
        markers = List.copyOf(markers);
        usageMeasurements = List.copyOf(usageMeasurements);
        groups = List.copyOf(groups);
    }
}
