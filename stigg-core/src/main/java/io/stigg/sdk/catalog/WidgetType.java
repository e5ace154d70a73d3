package io.stigg.sdk.catalog;

/**
 * A widget of Stigg's. Immutable.
 */
public enum WidgetType {
    /** The pricing page. */
    PAYWALL,
    /** The customer portal. */
    CUSTOMER_PORTAL,
    /** The checkout. */
    CHECKOUT,
    /** One that this SDK does not know. */
    UNKNOWN
}
