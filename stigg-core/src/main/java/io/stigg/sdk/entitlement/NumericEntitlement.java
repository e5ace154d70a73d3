package io.stigg.sdk.entitlement;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer for a feature whose configuration is a number, such as a maximum file size. Immutable.
 *
 * @param featureId the feature's id
 * @param feature the feature, empty when nothing is known of it
 * @param denial why access was denied, empty when there is access
 * @param basis what the answer rests on
 * @param value the number in the feature's own units, empty when there is none or it is unlimited
 * @param isUnlimited whether there is no bound
 */
public record NumericEntitlement(
        String featureId,
        Optional<Feature> feature,
        Optional<Denial> denial,
        AnswerBasis basis,
        OptionalDouble value,
        boolean isUnlimited)
        implements FeatureEntitlement {}
