package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * The plan is changed to a lower one. Immutable.
 *
 * @param downgradePlanId the plan's id
 * @param billingPeriod the billing period from then on
 * @param addons the add-ons from then on
 * @param billableFeatures the quantities from then on
 * @param priceOverrides the agreed prices from then on
 */
@ApiName("DowngradeChangeVariables")
public record DowngradeChange(
        @ApiName("downgradePlanRefId") String downgradePlanId,
        Optional<BillingPeriod> billingPeriod,
        List<ScheduledAddon> addons,
        List<ScheduledQuantity> billableFeatures,
        List<ScheduledPriceOverride> priceOverrides)
        implements ScheduledChange {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public DowngradeChange {
        requireNonNull(downgradePlanId, "downgradePlanId");
        requireNonNull(billingPeriod, "billingPeriod");
        addons = List.copyOf(addons);
        billableFeatures = List.copyOf(billableFeatures);
        priceOverrides = List.copyOf(priceOverrides);
    }
}
