package io.stigg.sdk.offline;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import java.util.Arrays;
import java.util.Comparator;

/** What an entitlement is, in a document. */
enum EntryType {
    BOOLEAN(FeatureType.BOOLEAN, MeterType.NONE),
    NUMERIC(FeatureType.NUMBER, MeterType.NONE),
    METERED(FeatureType.NUMBER, MeterType.INCREMENTAL),
    ENUM(FeatureType.ENUM, MeterType.NONE),
    CREDIT(FeatureType.UNKNOWN, MeterType.NONE),
    /** A feature of a type that the SDK that exported it did not know. Never granted. */
    UNKNOWN(FeatureType.UNKNOWN, MeterType.UNKNOWN);

    private final FeatureType featureType;
    private final MeterType meterType;

    EntryType(FeatureType featureType, MeterType meterType) {
        this.featureType = featureType;
        this.meterType = meterType;
    }

    FeatureType featureType() {
        return featureType;
    }

    /** How its usage is counted if nothing else is said. */
    MeterType meterType() {
        return meterType;
    }

    static EntryType of(Feature feature) {
        return Arrays.stream(values())
                .filter(type -> type != CREDIT && type.featureType == feature.type())
                .filter(type -> type != NUMERIC || !feature.isMetered())
                .min(Comparator.comparing(type -> type.meterType != feature.meterType()))
                .orElseThrow();
    }
}
