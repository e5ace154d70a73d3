package io.stigg.sdk.promotion;

/**
 * How long a feature is granted for. Immutable.
 */
public enum PromotionalEntitlementPeriod {
    /** A week. */
    ONE_WEEK,
    /** A month. */
    ONE_MONTH,
    /** Six months. */
    SIX_MONTH,
    /** A year. */
    ONE_YEAR,
    /** For ever. */
    LIFETIME,
    /** Up to an instant that is named. */
    CUSTOM,
    /** One that this SDK does not know. */
    UNKNOWN
}
