package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * A price that a subscription pays, in short. Immutable.
 *
 * @param billingModel how it is worked out
 * @param billingPeriod for which period it is paid
 * @param price the amount, empty where tiers or credits say it
 */
public record SubscribedPrice(
        Optional<BillingModel> billingModel,
        @ApiName("price.billingPeriod") Optional<BillingPeriod> billingPeriod,
        @ApiName("price.price") Optional<Money> price) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscribedPrice {
        requireNonNull(billingModel, "billingModel");
        requireNonNull(billingPeriod, "billingPeriod");
        requireNonNull(price, "price");
    }
}
