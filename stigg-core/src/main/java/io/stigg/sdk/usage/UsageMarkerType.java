package io.stigg.sdk.usage;

/**
 * Why usage started again from 0. Immutable.
 */
public enum UsageMarkerType {
    /** A period came to its end. */
    PERIODIC_RESET,
    /** The subscription changed. */
    SUBSCRIPTION_CHANGE_RESET,
    /** One that this SDK does not know. */
    UNKNOWN
}
