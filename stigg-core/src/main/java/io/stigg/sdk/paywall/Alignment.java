package io.stigg.sdk.paywall;

/**
 * Where the texts of a pricing page stand. Immutable.
 */
public enum Alignment {
    /** On the left. */
    LEFT,
    /** In the middle. */
    CENTER,
    /** On the right. */
    RIGHT,
    /** One that this SDK does not know. */
    UNKNOWN
}
