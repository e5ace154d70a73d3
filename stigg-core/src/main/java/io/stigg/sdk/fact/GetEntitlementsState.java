package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;

/**
 * Asks for all entitlements of a customer or resource. A customer that Stigg does not know is an empty snapshot with a
 * denial, not an error. Immutable.
 *
 * @param scope whose entitlements
 * @param freshness how fresh the answer has to be
 */
public record GetEntitlementsState(CustomerScope scope, Freshness freshness)
        implements EntitlementRequest<EntitlementSnapshot> {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public GetEntitlementsState {
        requireNonNull(scope, "scope");
        requireNonNull(freshness, "freshness");
    }

    /** How fresh an answer has to be. */
    public enum Freshness {
        /** Whatever is nearest, such as Stigg's edge, which may lag behind a write for a moment. */
        NEAREST,
        /** The latest: includes every write that was acknowledged before. */
        LATEST
    }
}
