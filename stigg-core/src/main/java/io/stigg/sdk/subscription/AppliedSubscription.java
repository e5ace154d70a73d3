package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * The outcome of applying a subscription. Immutable.
 *
 * @param subscription the subscription, empty when Stigg does not say
 * @param entitlements what the customer has now, empty when Stigg does not say
 */
public record AppliedSubscription(
        Optional<Subscription> subscription,
        @ApiName("entitlementsV2") Optional<EntitlementSnapshot> entitlements) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public AppliedSubscription {
        requireNonNull(subscription, "subscription");
        requireNonNull(entitlements, "entitlements");
    }
}
