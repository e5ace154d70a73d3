package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.PackageReference;
import io.stigg.sdk.wire.ApiName;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of a subscription that is yet to be made. Immutable.
 *
 * @param type what it changes
 * @param status how it stands
 * @param executionTime when it is made
 * @param targetPackage the plan or add-on that it is about
 * @param change its details, empty for a kind that this SDK does not know
 */
public record ScheduledUpdate(
        @ApiName("subscriptionScheduleType") ScheduleType type,
        @ApiName("scheduleStatus") ScheduleStatus status,
        @ApiName("scheduledExecutionTime") Instant executionTime,
        Optional<PackageReference> targetPackage,
        @ApiName("scheduleVariables") Optional<ScheduledChange> change) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ScheduledUpdate {
        requireNonNull(type, "type");
        requireNonNull(status, "status");
        requireNonNull(executionTime, "executionTime");
        requireNonNull(targetPackage, "targetPackage");
        requireNonNull(change, "change");
    }
}
