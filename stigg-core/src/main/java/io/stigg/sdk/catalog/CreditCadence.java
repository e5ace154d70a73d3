package io.stigg.sdk.catalog;

/**
 * How often credits are granted. Immutable.
 */
public enum CreditCadence {
    /** Each month. */
    MONTH,
    /** Each year. */
    YEAR,
    /** One that this SDK does not know. */
    UNKNOWN
}
