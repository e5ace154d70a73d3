package io.stigg.sdk.entitlement;

import java.util.Optional;

/**
 * The answer for a feature that is on or off. Immutable.
 *
 * @param featureId the feature's id
 * @param feature the feature, empty when nothing is known of it
 * @param denial why access was denied, empty when there is access
 * @param basis what the answer rests on
 */
public record BooleanEntitlement(
        String featureId, Optional<Feature> feature, Optional<Denial> denial, AnswerBasis basis)
        implements FeatureEntitlement {}
