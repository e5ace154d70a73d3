package io.stigg.sdk.usage;

/**
 * Why a part of an estimate may be wrong. Immutable.
 */
public enum BreakdownWarning {
    /** How the feature is metered cannot be foreseen. */
    UNSUPPORTED_AGGREGATION,
    /** One that this SDK does not know. */
    UNKNOWN
}
