package io.stigg.sdk.subscription;

/** What a scheduled update changes, in its details. Immutable. */
public sealed interface ScheduledChange
        permits PlanChange,
                DowngradeChange,
                AddonChange,
                AddonPriceOverrideChange,
                PlanPriceOverrideChange,
                BillingPeriodChange,
                CouponChange,
                RecurringCreditsChange,
                UnitAmountChange {}
