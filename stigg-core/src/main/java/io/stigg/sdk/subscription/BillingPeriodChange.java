package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * The billing period is changed. Immutable.
 *
 * @param billingPeriod the billing period from then on
 */
@ApiName("BillingPeriodChangeVariables")
public record BillingPeriodChange(Optional<BillingPeriod> billingPeriod) implements ScheduledChange {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public BillingPeriodChange {
        requireNonNull(billingPeriod, "billingPeriod");
    }
}
