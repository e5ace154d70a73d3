package io.stigg.sdk.promotion;

import static java.util.Objects.requireNonNull;

/**
 * What was taken back. Immutable.
 *
 * @param id its id in Stigg
 */
public record RevokedPromotionalEntitlement(String id) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public RevokedPromotionalEntitlement {
        requireNonNull(id, "id");
    }
}
