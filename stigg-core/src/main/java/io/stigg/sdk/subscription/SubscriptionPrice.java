package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.Price;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A price that a subscription pays. Immutable.
 *
 * @param billingModel how it is worked out
 * @param usageLimit how many units were bought, empty where none are
 * @param price the price
 */
public record SubscriptionPrice(Optional<BillingModel> billingModel, OptionalDouble usageLimit, Optional<Price> price) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscriptionPrice {
        requireNonNull(billingModel, "billingModel");
        requireNonNull(usageLimit, "usageLimit");
        requireNonNull(price, "price");
    }
}
