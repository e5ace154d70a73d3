package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * A change of what a subscription grants otherwise than its plan does, the older way to say it; {@link
 * SubscriptionEntitlement} says more. Immutable.
 *
 * @param entitlementId the id that Stigg gave to the entitlement, empty to go by the feature
 * @param featureId the feature's id, empty to go by the entitlement
 * @param usage how much of it
 */
public record OlderSubscriptionEntitlementUpdate(
        @ApiName("id") Optional<String> entitlementId,
        Optional<String> featureId,
        @ApiName("") UsageTerms usage) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public OlderSubscriptionEntitlementUpdate {
        Arguments.text(entitlementId, "entitlementId");
        Arguments.text(featureId, "featureId");
        requireNonNull(usage, "usage");
        if (entitlementId.isEmpty() && featureId.isEmpty()) {
            throw new IllegalArgumentException("entitlementId or featureId has to be given");
        }
    }

    /**
     * Changes or adds what is granted of a feature.
     *
     * @param featureId the feature's id
     * @param usage how much of it
     * @return the change
     * @throws IllegalArgumentException if the id is blank
     */
    public static OlderSubscriptionEntitlementUpdate of(String featureId, UsageTerms usage) {
        return new OlderSubscriptionEntitlementUpdate(Optional.empty(), Optional.of(featureId), usage);
    }
}
