package io.stigg.sdk.promotion;

import io.stigg.sdk.argument.Arguments;

/**
 * Takes back a feature that was granted beside subscriptions. Immutable.
 *
 * @param customerId the customer's id
 * @param featureId the feature's id
 */
public record RevokePromotionalEntitlement(String customerId, String featureId)
        implements PromotionRequest<RevokedPromotionalEntitlement> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public RevokePromotionalEntitlement {
        Arguments.text(customerId, "customerId");
        Arguments.text(featureId, "featureId");
    }
}
