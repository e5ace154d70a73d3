package io.stigg.sdk.promotion;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Grants features to a customer beside its subscriptions. What was granted before of the same features is replaced.
 * Immutable.
 *
 * @param customerId the customer's id
 * @param grants the features, at least one, each once
 */
public record GrantPromotionalEntitlements(
        String customerId,
        @ApiName("promotionalEntitlements") List<PromotionalGrant> grants)
        implements PromotionRequest<List<PromotionalEntitlement>> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GrantPromotionalEntitlements {
        Arguments.text(customerId, "customerId");
        grants = List.copyOf(grants);
        if (grants.isEmpty()) {
            throw new IllegalArgumentException("grants must not be empty");
        }
        requireEachOnce(grants);
    }

    /**
     * Grants features.
     *
     * @param customerId the customer's id
     * @param grants the features, at least one, each once
     * @return the request
     * @throws IllegalArgumentException if there are none, or one is there twice
     */
    public static GrantPromotionalEntitlements of(String customerId, PromotionalGrant... grants) {
        return new GrantPromotionalEntitlements(customerId, List.of(grants));
    }

    static void requireEachOnce(List<PromotionalGrant> grants) {
        Set<String> seen = new HashSet<>();
        for (PromotionalGrant grant : grants) {
            if (!seen.add(grant.featureId())) {
                throw new IllegalArgumentException("grants has " + grant.featureId() + " twice");
            }
        }
    }
}
