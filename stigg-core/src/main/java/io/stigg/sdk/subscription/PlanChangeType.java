package io.stigg.sdk.subscription;

/**
 * Whether a change of the plan is one for the better. Immutable.
 */
public enum PlanChangeType {
    /** It is an upgrade. */
    UPGRADE,
    /** It is a downgrade. */
    DOWNGRADE,
    /** It is neither. */
    NONE,
    /** One that this SDK does not know. */
    UNKNOWN
}
