package io.stigg.sdk.customer;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.wire.ApiName;

/**
 * How many subscriptions of a kind there are. Immutable.
 *
 * @param pricingType what kind of price they have
 * @param count how many there are
 */
public record SubscriptionCount(
        PricingType pricingType, @ApiName("totalCount") int count) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscriptionCount {
        requireNonNull(pricingType, "pricingType");
    }
}
