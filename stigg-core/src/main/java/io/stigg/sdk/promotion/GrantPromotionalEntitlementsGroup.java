package io.stigg.sdk.promotion;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * Grants all features of a group to a customer, beside its subscriptions. Immutable.
 *
 * @param customerId the customer's id
 * @param featureGroupId the group's id
 * @param grants the features of the group that were not granted to the customer yet, each once; none if all were.
 *     Those that were join the group as they are. Always there: Stigg wants a list even if nothing is in it
 */
public record GrantPromotionalEntitlementsGroup(
        String customerId,
        String featureGroupId,
        @ApiName("promotionalEntitlements") Optional<List<PromotionalGrant>> grants)
        implements PromotionRequest<List<PromotionalEntitlement>> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GrantPromotionalEntitlementsGroup {
        Arguments.text(customerId, "customerId");
        Arguments.text(featureGroupId, "featureGroupId");
        grants = Optional.of(List.copyOf(grants.orElse(List.of())));
        GrantPromotionalEntitlements.requireEachOnce(grants.get());
    }

    /**
     * Grants a group.
     *
     * @param customerId the customer's id
     * @param featureGroupId the group's id
     * @param grants the features of the group that were not granted to the customer yet, each once
     * @return the request
     * @throws IllegalArgumentException if an id is blank, or a feature is there twice
     */
    public static GrantPromotionalEntitlementsGroup of(
            String customerId, String featureGroupId, PromotionalGrant... grants) {
        return new GrantPromotionalEntitlementsGroup(customerId, featureGroupId, Optional.of(List.of(grants)));
    }
}
