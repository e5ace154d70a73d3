package io.stigg.sdk.credit;

import io.stigg.sdk.wire.ApiName;

/**
 * What the threshold of an automatic recharge counts. Immutable.
 */
public enum RechargeThresholdType {
    /** Credits. */
    @ApiName("CreditAmount")
    CREDIT_AMOUNT,
    /** What they are worth, in dollars. */
    @ApiName("DollarAmount")
    DOLLAR_AMOUNT,
    /** One that this SDK does not know. */
    UNKNOWN
}
