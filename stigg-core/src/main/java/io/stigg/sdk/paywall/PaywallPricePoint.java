package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * The amount that a pricing page shows for a plan. Immutable.
 *
 * @param planId the plan's id
 * @param billingPeriod for which period it is paid
 * @param price the amount
 * @param billingCountryCode the country that it holds for, by ISO 3166-1 alpha-2; empty for all others
 * @param feature the feature whose units are priced
 * @param additionalChargesMayApply whether more may have to be paid, such as for units or use
 */
public record PaywallPricePoint(
        String planId,
        BillingPeriod billingPeriod,
        @ApiName("") Money price,
        Optional<String> billingCountryCode,
        Optional<Feature> feature,
        boolean additionalChargesMayApply) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PaywallPricePoint {
        requireNonNull(planId, "planId");
        requireNonNull(billingPeriod, "billingPeriod");
        requireNonNull(price, "price");
        requireNonNull(billingCountryCode, "billingCountryCode");
        requireNonNull(feature, "feature");
    }
}
