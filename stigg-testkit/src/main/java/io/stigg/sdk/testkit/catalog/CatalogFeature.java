package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import java.util.List;
import java.util.Optional;

/**
 * A feature, and what Stigg knows of it besides. Immutable.
 *
 * @param feature the feature as checks return it
 * @param values the values that an enum feature has
 * @param meter how Stigg works out its usage from events, so that calculated usage cannot be reported; empty if it does not
 * @param creditRate what one unit costs in credits, empty when it costs none
 */
public record CatalogFeature(
        Feature feature, List<String> values, Optional<Meter> meter, Optional<CreditRate> creditRate) {
    /**
     * Checks the members and copies the values.
     *
     * @throws IllegalArgumentException if usage is worked out of a feature that is not metered
     */
    public CatalogFeature {
        requireNonNull(feature, "feature");
        values = List.copyOf(values);
        requireNonNull(meter, "meter");
        if (meter.isPresent() && !feature.isMetered()) {
            throw new IllegalArgumentException(feature.id() + " has no usage that events could come to");
        }
        requireNonNull(creditRate, "creditRate");
    }

    /**
     * Returns the id.
     *
     * @return the feature's id
     */
    public String id() {
        return feature.id();
    }
}
