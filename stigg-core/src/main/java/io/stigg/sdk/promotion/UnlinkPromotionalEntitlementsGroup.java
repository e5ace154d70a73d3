package io.stigg.sdk.promotion;

import io.stigg.sdk.argument.Arguments;
import java.util.List;

/**
 * Takes the group away and leaves its features: they count as granted one by one from then on. Immutable.
 *
 * @param customerId the customer's id
 * @param featureGroupId the group's id
 */
public record UnlinkPromotionalEntitlementsGroup(String customerId, String featureGroupId)
        implements PromotionRequest<List<PromotionalEntitlement>> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public UnlinkPromotionalEntitlementsGroup {
        Arguments.text(customerId, "customerId");
        Arguments.text(featureGroupId, "featureGroupId");
    }
}
