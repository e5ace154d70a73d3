package io.stigg.sdk.customer;

import io.stigg.sdk.wire.ApiName;
import java.util.List;

/**
 * What is counted of a customer. Immutable.
 *
 * @param activeSubscriptionsByPricingType how many subscriptions give it access, by what kind of price they have; a
 *     kind of which there is none may be missing
 */
public record CustomerStatistics(
        @ApiName("statistics.activeSubscriptionsByPricingType")
        List<SubscriptionCount> activeSubscriptionsByPricingType) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CustomerStatistics {
        activeSubscriptionsByPricingType = List.copyOf(activeSubscriptionsByPricingType);
    }
}
