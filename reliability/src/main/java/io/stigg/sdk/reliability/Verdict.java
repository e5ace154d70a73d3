package io.stigg.sdk.reliability;

import java.util.OptionalDouble;

/**
 * What counts of an answer.
 *
 * @param isGranted whether there is access
 * @param limit the limit or the number, if there is one
 */
record Verdict(boolean isGranted, OptionalDouble limit) {
    /** Two denials are alike, whatever is said of limits. */
    boolean saysAsMuchAs(Verdict other) {
        return isGranted ? equals(other) : !other.isGranted;
    }
}
