package io.stigg.sdk.subscription;

/**
 * What a charge is for. Immutable.
 */
public enum ChargeType {
    /** A feature that is priced per unit. */
    FEATURE,
    /** Credits of a custom currency. */
    CREDIT,
    /** One that this SDK does not know. */
    UNKNOWN
}
