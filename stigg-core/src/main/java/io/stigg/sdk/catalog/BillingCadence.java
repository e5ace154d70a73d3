package io.stigg.sdk.catalog;

/**
 * Whether a price is paid again. Immutable.
 */
public enum BillingCadence {
    /** Each period. */
    RECURRING,
    /** Once. */
    ONE_OFF,
    /** One that this SDK does not know. */
    UNKNOWN
}
