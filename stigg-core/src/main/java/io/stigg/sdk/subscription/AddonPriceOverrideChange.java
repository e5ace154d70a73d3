package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * An agreed price of an add-on is changed. Immutable.
 *
 * @param addonId the add-on's id
 * @param featureId the feature's id, where it is a price for a feature
 */
@ApiName("AddonPriceOverrideChangeVariables")
public record AddonPriceOverrideChange(
        @ApiName("addonRefId") String addonId, Optional<String> featureId) implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public AddonPriceOverrideChange {
        requireNonNull(addonId, "addonId");
        requireNonNull(featureId, "featureId");
    }
}
