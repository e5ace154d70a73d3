package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * A feature that a subscription grants otherwise than its plan does, or beside it. Immutable.
 *
 * @param featureId the feature's id
 * @param usage how much of it
 * @param enumValues the values, for a feature that is a choice
 * @param featureGroupId the id of the group of features that it comes with
 */
@ApiName("feature")
public record SubscriptionFeatureEntitlement(
        String featureId, @ApiName("") UsageTerms usage, List<String> enumValues, Optional<String> featureGroupId)
        implements SubscriptionEntitlement {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionFeatureEntitlement {
        Arguments.text(featureId, "featureId");
        requireNonNull(usage, "usage");
        enumValues = List.copyOf(enumValues);
        Arguments.text(featureGroupId, "featureGroupId");
    }
}
