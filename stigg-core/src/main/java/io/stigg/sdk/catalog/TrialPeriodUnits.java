package io.stigg.sdk.catalog;

/**
 * In what a trial is measured. Immutable.
 */
public enum TrialPeriodUnits {
    /** Days. */
    DAY,
    /** Months. */
    MONTH,
    /** One that this SDK does not know. */
    UNKNOWN
}
