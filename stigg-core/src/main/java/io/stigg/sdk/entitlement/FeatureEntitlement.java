package io.stigg.sdk.entitlement;

import java.util.Optional;

/** An answer about a feature, as opposed to one about credits. Immutable. */
public sealed interface FeatureEntitlement extends Entitlement
        permits BooleanEntitlement, NumericEntitlement, MeteredEntitlement, EnumEntitlement {
    /**
     * Returns the id of the feature that was asked about.
     *
     * @return the feature's id
     */
    String featureId();

    /**
     * Describes the feature.
     *
     * @return the feature, empty when nothing is known of it
     */
    Optional<Feature> feature();
}
