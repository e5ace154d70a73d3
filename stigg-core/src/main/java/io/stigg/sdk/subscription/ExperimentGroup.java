package io.stigg.sdk.subscription;

/**
 * Which group of an experiment somebody is in. Immutable.
 */
public enum ExperimentGroup {
    /** The group that is treated as always. */
    CONTROL,
    /** The group that is treated differently. */
    VARIANT,
    /** One that this SDK does not know. */
    UNKNOWN
}
