package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Map;
import java.util.Optional;

/**
 * A feature of the catalogue. Immutable.
 *
 * @param id its id
 * @param displayName its name for people
 * @param type the type of its value
 * @param meterType how its usage is counted
 * @param description its description
 * @param units the name of one unit
 * @param unitsPlural the name of several units
 * @param unitTransformation how reported units become the feature's units
 * @param metadata what the catalogue's owner attached: text, numbers, booleans, lists and maps of them
 */
public record Feature(
        @ApiName("refId") String id,
        String displayName,
        @ApiName("featureType") FeatureType type,
        MeterType meterType,
        Optional<String> description,
        @ApiName("featureUnits") Optional<String> units,
        @ApiName("featureUnitsPlural") Optional<String> unitsPlural,
        Optional<UnitTransformation> unitTransformation,
        @ApiName("additionalMetaData") Map<String, Object> metadata) {
    /**
     * Copies the metadata.
     *
     * @throws NullPointerException if a member is null
     */
    public Feature {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(type, "type");
        requireNonNull(meterType, "meterType");
        metadata = Map.copyOf(metadata);
    }

    /**
     * Describes a feature by what a check depends on.
     *
     * @param id its id, also taken for its name
     * @param type the type of its value
     * @param meterType how its usage is counted
     * @return the feature
     */
    public static Feature of(String id, FeatureType type, MeterType meterType) {
        return new Feature(
                id,
                id,
                type,
                meterType,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /**
     * Tells whether usage of the feature is counted.
     *
     * @return true for a number with a meter
     */
    public boolean isMetered() {
        return type == FeatureType.NUMBER && (meterType == MeterType.FLUCTUATING || meterType == MeterType.INCREMENTAL);
    }

    /**
     * Tells whether the feature's number is a configuration.
     *
     * @return true for a number without a meter
     */
    public boolean isNumeric() {
        return type == FeatureType.NUMBER && meterType == MeterType.NONE;
    }
}
