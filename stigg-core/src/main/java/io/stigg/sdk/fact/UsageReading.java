package io.stigg.sdk.fact;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CustomerScope;

/**
 * News of the usage of one entitlement. Immutable.
 *
 * @param scope whose usage
 * @param ref of what
 * @param usage how much
 */
public record UsageReading(CustomerScope scope, EntitlementRef ref, Usage usage) implements Update {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public UsageReading {
        requireNonNull(scope, "scope");
        requireNonNull(ref, "ref");
        requireNonNull(usage, "usage");
    }
}
