package io.stigg.sdk.promotion;

import io.stigg.sdk.argument.Arguments;
import java.util.List;

/**
 * Takes back the features of a group that was granted to a customer, except those that another of its groups holds as
 * well. Immutable.
 *
 * @param customerId the customer's id
 * @param featureGroupId the group's id
 */
public record RevokePromotionalEntitlementsGroup(String customerId, String featureGroupId)
        implements PromotionRequest<List<PromotionalEntitlement>> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public RevokePromotionalEntitlementsGroup {
        Arguments.text(customerId, "customerId");
        Arguments.text(featureGroupId, "featureGroupId");
    }
}
