package io.stigg.sdk.entitlement;

import java.util.Optional;

/**
 * The answer to one question: may this customer use this? Immutable.
 *
 * <p>Every answer says whether there is access, why not, and what it rests on. The kinds are a closed family, so that a
 * {@code switch} over them is complete.
 */
public sealed interface Entitlement permits FeatureEntitlement, CreditEntitlement {
    /**
     * Returns why access was denied.
     *
     * @return the denial, empty when there is access
     */
    Optional<Denial> denial();

    /**
     * Returns what the answer rests on.
     *
     * @return what the answer rests on
     */
    AnswerBasis basis();

    /**
     * Tells whether the customer may use it.
     *
     * @return true if there is access
     */
    default boolean hasAccess() {
        return denial().isEmpty();
    }

    /**
     * Returns the reason of a denial.
     *
     * @return the reason, empty when there is access
     */
    default Optional<AccessDeniedReason> accessDeniedReason() {
        return denial().map(Denial::reason);
    }

    /**
     * Tells whether this is a fallback, given because Stigg could not be asked.
     *
     * @return true if this is a fallback
     */
    default boolean isFallback() {
        return basis() == AnswerBasis.FALLBACK;
    }
}
