package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;

/**
 * A quantity of an add-on, in a scheduled update. Immutable.
 *
 * @param addonId the add-on's id
 * @param quantity how many of it
 */
public record ScheduledAddon(@ApiName("addonRefId") String addonId, double quantity) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public ScheduledAddon {
        requireNonNull(addonId, "addonId");
    }
}
