package io.stigg.sdk.subscription;

/**
 * For how long a discount is given. Immutable.
 */
public enum DiscountDurationType {
    /** For as long as the subscription goes on. */
    FOREVER,
    /** Once. */
    ONCE,
    /** For some months. */
    REPEATING,
    /** One that this SDK does not know. */
    UNKNOWN
}
