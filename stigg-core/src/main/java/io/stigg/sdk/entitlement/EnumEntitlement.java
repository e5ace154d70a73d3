package io.stigg.sdk.entitlement;

import java.util.List;
import java.util.Optional;

/**
 * The answer for a feature whose configuration is a list of allowed values. Immutable.
 *
 * @param featureId the feature's id
 * @param feature the feature, empty when nothing is known of it
 * @param denial why access was denied, empty when there is access
 * @param basis what the answer rests on
 * @param enumValues the allowed values
 * @param requestedValues the values that the check asked for
 */
public record EnumEntitlement(
        String featureId,
        Optional<Feature> feature,
        Optional<Denial> denial,
        AnswerBasis basis,
        List<String> enumValues,
        List<String> requestedValues)
        implements FeatureEntitlement {
    /** Copies the lists. */
    public EnumEntitlement {
        enumValues = List.copyOf(enumValues);
        requestedValues = List.copyOf(requestedValues);
    }
}
