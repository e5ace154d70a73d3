package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.EntitlementFact;
import java.util.Optional;

/**
 * Stigg's own answer to one question, as opposed to the answer that the SDK makes from facts. Immutable.
 *
 * @param fact the entitlement that was judged, empty when there is none
 * @param denial why access is denied, empty when it is granted
 */
public record Verdict(Optional<EntitlementFact> fact, Optional<Denial> denial) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Verdict {
        requireNonNull(fact, "fact");
        requireNonNull(denial, "denial");
    }

    /**
     * Tells whether access is granted.
     *
     * @return true when there is no denial
     */
    public boolean hasAccess() {
        return denial.isEmpty();
    }

    /**
     * Returns the reason of the denial.
     *
     * @return the reason, empty when access is granted
     */
    public Optional<AccessDeniedReason> accessDeniedReason() {
        return denial.map(Denial::reason);
    }
}
