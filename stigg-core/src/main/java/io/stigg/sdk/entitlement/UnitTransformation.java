package io.stigg.sdk.entitlement;

/**
 * How reported units become the feature's units, for instance bytes to gigabytes. Limits and usage that the SDK returns
 * are already transformed. Immutable.
 *
 * @param divide what reported units are divided by
 * @param round how the quotient is rounded
 */
public record UnitTransformation(double divide, Rounding round) {
    /** A direction of rounding. */
    public enum Rounding {
        /** To the next higher whole number. */
        UP,
        /** To the next lower whole number. */
        DOWN,
        /** A direction that this SDK does not know. */
        UNKNOWN
    }
}
