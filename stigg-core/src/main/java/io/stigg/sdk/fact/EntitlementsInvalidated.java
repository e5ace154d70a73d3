package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;

/**
 * What is known of a scope no longer holds, and Stigg does not tell what holds instead. Immutable.
 *
 * <p>Source: the Node server SDK 4.55 forgets a customer for whom an empty set without a reason is pushed.
 *
 * @param scope whose entitlements
 */
public record EntitlementsInvalidated(CustomerScope scope) implements Update {
    /**
     * Checks the member.
     *
     * @throws NullPointerException if it is null
     */
    public EntitlementsInvalidated {
        requireNonNull(scope, "scope");
    }
}
