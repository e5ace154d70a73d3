package io.stigg.sdk.usage;

/** What a reported value does to the usage of the current period. Immutable. */
public enum UpdateBehavior {
    /** It is added; a negative value gives usage back. */
    DELTA,
    /** It replaces the usage. */
    SET
}
