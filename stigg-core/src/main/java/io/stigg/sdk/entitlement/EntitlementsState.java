package io.stigg.sdk.entitlement;

import java.util.List;
import java.util.Optional;

/**
 * All entitlements of a customer or resource at one moment, and why there are none. Immutable.
 *
 * @param entitlements one answer an entitlement, evaluated with nothing requested, in Stigg's order
 * @param denial why the customer as a whole is denied: not found, archived, no active subscription
 * @param basis what the answers rest on
 */
public record EntitlementsState(List<Entitlement> entitlements, Optional<Denial> denial, AnswerBasis basis) {
    /** Copies the list. */
    public EntitlementsState {
        entitlements = List.copyOf(entitlements);
    }

    /**
     * Returns the reason of the denial.
     *
     * @return the reason, empty when the customer is not denied as a whole
     */
    public Optional<AccessDeniedReason> accessDeniedReason() {
        return denial.map(Denial::reason);
    }

    /**
     * Tells whether these are fallbacks, given because Stigg could not be asked.
     *
     * @return true if these are fallbacks
     */
    public boolean isFallback() {
        return basis == AnswerBasis.FALLBACK;
    }
}
