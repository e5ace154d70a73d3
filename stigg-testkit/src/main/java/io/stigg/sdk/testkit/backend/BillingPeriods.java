package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import java.time.Instant;
import java.util.Optional;

/** The periods that a subscription is charged for, counted from its start, or from the end of its trial. */
record BillingPeriods(SubscriptionRecord subscription) {
    /** How often it is charged; monthly if nobody said. Empty for what is free or charged as agreed. */
    Optional<BillingPeriod> length() {
        Selection selection = subscription.selection();
        return selection.plan().pricingType() == PricingType.PAID
                ? selection.request().billingPeriod().or(() -> Optional.of(BillingPeriod.MONTHLY))
                : Optional.empty();
    }

    /** The period now; none as long as it is not charged, during a trial say. */
    Optional<UsagePeriod> current(Instant now) {
        boolean isCharged = subscription.isLive() && !subscription.isTrial();
        return length().filter(any -> isCharged).map(any -> at(now));
    }

    /** The period that an instant would lie in if it was charged. */
    UsagePeriod at(Instant instant) {
        return at(instant, subscription.billingAnchor(), length().orElse(BillingPeriod.MONTHLY));
    }

    static UsagePeriod at(Instant instant, Instant anchor, BillingPeriod length) {
        return UsageWindows.at(
                instant, anchor, length == BillingPeriod.ANNUALLY ? ResetPeriod.Unit.YEAR : ResetPeriod.Unit.MONTH);
    }
}
