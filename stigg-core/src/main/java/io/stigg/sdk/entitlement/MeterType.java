package io.stigg.sdk.entitlement;

/** How the usage of a feature is counted. Immutable. */
public enum MeterType {
    /** Not counted: the number is a configuration. */
    NONE,
    /** A level that rises and falls, such as seats. */
    FLUCTUATING,
    /** A counter that only rises within a period, such as calls. */
    INCREMENTAL,
    /** A way that this SDK does not know. Never granted. */
    UNKNOWN
}
