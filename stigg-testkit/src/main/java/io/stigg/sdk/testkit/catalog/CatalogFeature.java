package io.stigg.sdk.testkit.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import java.util.List;
import java.util.Map;
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
     * A feature that is on or off.
     *
     * @param id its id
     * @param displayName its name for people
     * @return the feature
     */
    public static CatalogFeature onOff(String id, String displayName) {
        return of(id, displayName, FeatureType.BOOLEAN, MeterType.NONE);
    }

    /**
     * A feature that is a configured number.
     *
     * @param id its id
     * @param displayName its name for people
     * @return the feature
     */
    public static CatalogFeature numeric(String id, String displayName) {
        return of(id, displayName, FeatureType.NUMBER, MeterType.NONE);
    }

    /**
     * A feature that is a choice of values.
     *
     * @param id its id
     * @param displayName its name for people
     * @param values all its values
     * @return the feature
     */
    public static CatalogFeature choice(String id, String displayName, String... values) {
        CatalogFeature feature = of(id, displayName, FeatureType.ENUM, MeterType.NONE);
        return new CatalogFeature(feature.feature, List.of(values), Optional.empty(), Optional.empty());
    }

    /**
     * A counter that only rises within a period.
     *
     * @param id its id
     * @param displayName its name for people
     * @return the feature
     */
    public static CatalogFeature incremental(String id, String displayName) {
        return of(id, displayName, FeatureType.NUMBER, MeterType.INCREMENTAL);
    }

    /**
     * A level that rises and falls.
     *
     * @param id its id
     * @param displayName its name for people
     * @return the feature
     */
    public static CatalogFeature fluctuating(String id, String displayName) {
        return of(id, displayName, FeatureType.NUMBER, MeterType.FLUCTUATING);
    }

    private static CatalogFeature of(String id, String displayName, FeatureType type, MeterType meterType) {
        Feature feature = new Feature(
                id,
                displayName,
                type,
                meterType,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new CatalogFeature(feature, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Names the units.
     *
     * @param singular the name of one
     * @param plural the name of several
     * @return the changed feature
     */
    public CatalogFeature inUnits(String singular, String plural) {
        Feature named = new Feature(
                feature.id(),
                feature.displayName(),
                feature.type(),
                feature.meterType(),
                feature.description(),
                Optional.of(singular),
                Optional.of(plural),
                feature.unitTransformation(),
                feature.metadata());
        return new CatalogFeature(named, values, meter, creditRate);
    }

    /**
     * Lets Stigg work out usage from events.
     *
     * @param newMeter how
     * @return the changed feature
     */
    public CatalogFeature fedByEvents(Meter newMeter) {
        return new CatalogFeature(feature, values, Optional.of(newMeter), creditRate);
    }

    /**
     * Lets usage cost credits.
     *
     * @param amount credits for one unit
     * @param currencyId the currency of the credits
     * @return the changed feature
     */
    public CatalogFeature costing(double amount, String currencyId) {
        return new CatalogFeature(feature, values, meter, Optional.of(new CreditRate(amount, currencyId)));
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
