package io.stigg.sdk.catalog;

import io.stigg.sdk.wire.ApiName;

/**
 * How an entitlement adds to what else grants the same. Immutable.
 */
public enum EntitlementBehavior {
    /** It is added. */
    @ApiName("Increment")
    INCREMENT,
    /** It replaces the rest. */
    @ApiName("Override")
    OVERRIDE,
    /** One that this SDK does not know. */
    UNKNOWN
}
