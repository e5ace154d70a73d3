package io.stigg.sdk.subscription;

import io.stigg.sdk.wire.ApiName;

/**
 * What subscriptions can be sorted by. Immutable.
 */
public enum SubscriptionSortField {
    /** Their ids. */
    @ApiName("subscriptionId")
    SUBSCRIPTION_ID,
    /** Their customers' ids. */
    @ApiName("customerId")
    CUSTOMER_ID,
    /** Their resources' ids. */
    @ApiName("resourceId")
    RESOURCE_ID,
    /** Their products' ids. */
    @ApiName("productId")
    PRODUCT_ID,
    /** Their statuses. */
    @ApiName("status")
    STATUS,
    /** Their kinds of price. */
    @ApiName("pricingType")
    PRICING_TYPE,
    /** How the collection of their payment stands. */
    @ApiName("paymentCollection")
    PAYMENT_COLLECTION,
    /** When they were made. */
    @ApiName("createdAt")
    CREATED_AT,
    /** When they start. */
    @ApiName("startDate")
    START_DATE,
    /** When they end. */
    @ApiName("endDate")
    END_DATE,
    /** When they are cancelled. */
    @ApiName("cancellationDate")
    CANCELLATION_DATE,
    /** Their ids in the connected billing system. */
    @ApiName("billingId")
    BILLING_ID,
    /** Their ids in Salesforce. */
    @ApiName("salesforceId")
    SALESFORCE_ID,
    /** One that this SDK does not know. */
    UNKNOWN
}
