package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;

/**
 * The quantity of an add-on is changed. Immutable.
 *
 * @param addonId the add-on's id
 * @param newQuantity how many of it from then on
 */
@ApiName("AddonChangeVariables")
public record AddonChange(@ApiName("addonRefId") String addonId, double newQuantity) implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public AddonChange {
        requireNonNull(addonId, "addonId");
    }
}
