package io.stigg.sdk.paywall;

/**
 * How bold a font is. Immutable.
 */
public enum FontWeight {
    /** Not bold. */
    NORMAL,
    /** Bold. */
    BOLD,
    /** One that this SDK does not know. */
    UNKNOWN
}
