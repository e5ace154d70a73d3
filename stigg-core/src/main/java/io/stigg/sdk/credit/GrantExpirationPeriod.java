package io.stigg.sdk.credit;

import io.stigg.sdk.wire.ApiName;

/**
 * How long recharged credits last. Immutable.
 */
public enum GrantExpirationPeriod {
    /** A month. */
    @ApiName("OneMonth")
    ONE_MONTH,
    /** A year. */
    @ApiName("OneYear")
    ONE_YEAR,
    /** One that this SDK does not know. */
    UNKNOWN
}
