package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UnitTransformation.Rounding;

/** Reported units in those that a feature is told in, bytes in gigabytes for instance. Pure. */
final class TransformedUnits {
    private TransformedUnits() {}

    static double of(Feature feature, double reported) {
        return feature.unitTransformation()
                .map(rule -> rounded(exact(feature, reported), rule))
                .orElse(reported);
    }

    /** Without rounding. */
    static double exact(Feature feature, double reported) {
        return feature.unitTransformation()
                .map(rule -> reported / rule.divide())
                .orElse(reported);
    }

    /** What is billed is always rounded up. */
    static double billed(Feature feature, double reported) {
        return feature.unitTransformation()
                .map(rule -> Math.ceil(exact(feature, reported)))
                .orElse(reported);
    }

    private static double rounded(double units, UnitTransformation rule) {
        return rule.round() == Rounding.DOWN ? Math.floor(units) : Math.ceil(units);
    }
}
