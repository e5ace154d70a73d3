package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What a client knew of the entitlements of its customers at one moment. Immutable.
 *
 * @param exportedAt that moment, by the clock of the process that exported it
 * @param snapshots the entitlements, one snapshot for each customer or resource, in no particular order; each is dated by
 *     {@link EntitlementSnapshot#fetchedAt} with the last instant at which it was known to be right
 */
public record EntitlementExport(Instant exportedAt, List<EntitlementSnapshot> snapshots) {
    /**
     * Checks the members and copies the snapshots.
     *
     * @throws NullPointerException if a member is null
     */
    public EntitlementExport {
        requireNonNull(exportedAt, "exportedAt");
        snapshots = List.copyOf(snapshots);
    }
}
