package io.stigg.sdk.promotion;

import io.stigg.sdk.wire.ApiName;

/**
 * How a promotional entitlement stands. Immutable.
 */
public enum PromotionalEntitlementStatus {
    /** It counts. */
    @ApiName("Active")
    ACTIVE,
    /** It has come to its end. */
    @ApiName("Expired")
    EXPIRED,
    /** It does not count for now. */
    @ApiName("Paused")
    PAUSED,
    /** One that this SDK does not know. */
    UNKNOWN
}
