package io.stigg.sdk.credit;

/**
 * How far back consumption is told. Immutable.
 */
public enum CreditUsageTimeRange {
    /** A day. */
    LAST_DAY,
    /** A week. */
    LAST_WEEK,
    /** A month. */
    LAST_MONTH,
    /** A year. */
    LAST_YEAR
}
