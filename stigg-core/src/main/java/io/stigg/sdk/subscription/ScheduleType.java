package io.stigg.sdk.subscription;

import io.stigg.sdk.wire.ApiName;

/**
 * What a scheduled update changes. Immutable.
 */
public enum ScheduleType {
    /** The plan, to a lower one. */
    @ApiName("Downgrade")
    DOWNGRADE,
    /** The plan. */
    @ApiName("Plan")
    PLAN,
    /** The billing period. */
    @ApiName("BillingPeriod")
    BILLING_PERIOD,
    /** A quantity. */
    @ApiName("UnitAmount")
    UNIT_AMOUNT,
    /** An add-on. */
    @ApiName("Addon")
    ADDON,
    /** The coupon. */
    @ApiName("Coupon")
    COUPON,
    /** A price that was agreed. */
    @ApiName("PriceOverride")
    PRICE_OVERRIDE,
    /** Credits that are granted again and again. */
    @ApiName("RecurringCredits")
    RECURRING_CREDITS,
    /** The version of the plan. */
    @ApiName("MigrateToLatest")
    MIGRATE_TO_LATEST,
    /** The metadata. */
    @ApiName("AdditionalMetaData")
    ADDITIONAL_META_DATA,
    /** The metadata in the billing system. */
    @ApiName("BillingInfoMetadata")
    BILLING_INFO_METADATA,
    /** One that this SDK does not know. */
    UNKNOWN
}
