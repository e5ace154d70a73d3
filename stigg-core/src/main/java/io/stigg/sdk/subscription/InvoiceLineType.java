package io.stigg.sdk.subscription;

import io.stigg.sdk.wire.ApiName;

/**
 * What a line of an invoice is for. Immutable.
 */
public enum InvoiceLineType {
    /** The plan. */
    @ApiName("BaseCharge")
    BASE_CHARGE,
    /** The plan, which costs nothing. */
    @ApiName("ZeroAmountBaseCharge")
    ZERO_AMOUNT_BASE_CHARGE,
    /** An add-on. */
    @ApiName("AddonCharge")
    ADDON_CHARGE,
    /** Units that are paid in advance. */
    @ApiName("InAdvanceCommitmentCharge")
    IN_ADVANCE_COMMITMENT_CHARGE,
    /** Units that were used. */
    @ApiName("PayAsYouGoCharge")
    PAY_AS_YOU_GO_CHARGE,
    /** Units that were used beyond a limit. */
    @ApiName("OverageCharge")
    OVERAGE_CHARGE,
    /** Units of a tier. */
    @ApiName("TierCharge")
    TIER_CHARGE,
    /** The least that is to be paid. */
    @ApiName("MinimumSpendCharge")
    MINIMUM_SPEND_CHARGE,
    /** What is missing to the least that is to be paid. */
    @ApiName("MinimumSpendAdjustmentCharge")
    MINIMUM_SPEND_ADJUSTMENT_CHARGE,
    /** Something else. */
    @ApiName("Other")
    OTHER,
    /** One that this SDK does not know. */
    UNKNOWN
}
