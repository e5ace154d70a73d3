package io.stigg.sdk.catalog;

/**
 * How the transfer of something to another system stands. Immutable.
 */
public enum SyncStatus {
    /** It was transferred. */
    SUCCESS,
    /** It is under way. */
    PENDING,
    /** It failed. */
    ERROR,
    /** There is nothing to transfer. */
    NO_SYNC_REQUIRED,
    /** One that this SDK does not know. */
    UNKNOWN
}
