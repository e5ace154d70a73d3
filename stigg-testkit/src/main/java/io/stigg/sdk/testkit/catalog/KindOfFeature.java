package io.stigg.sdk.testkit.catalog;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import java.util.Arrays;

/** The kinds of features, by the words that the builder and the JSON form have for them. Immutable. */
enum KindOfFeature {
    ON_OFF("onOff", "is on or off", FeatureType.BOOLEAN, MeterType.NONE),
    NUMBER("number", "is a configured number", FeatureType.NUMBER, MeterType.NONE),
    CHOICE("choice", "is a choice of values", FeatureType.ENUM, MeterType.NONE),
    COUNTER("counter", "is metered", FeatureType.NUMBER, MeterType.INCREMENTAL),
    LEVEL("level", "is metered", FeatureType.NUMBER, MeterType.FLUCTUATING);

    private final String word;
    private final String words;
    private final FeatureType type;
    private final MeterType meterType;

    KindOfFeature(String word, String words, FeatureType type, MeterType meterType) {
        this.word = word;
        this.words = words;
        this.type = type;
        this.meterType = meterType;
    }

    static KindOfFeature of(Feature feature) {
        return Arrays.stream(values())
                .filter(kind -> kind.type == feature.type() && kind.meterType == feature.meterType())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(feature.id() + " is of no kind that is known"));
    }

    String word() {
        return word;
    }

    String words() {
        return words;
    }

    FeatureType type() {
        return type;
    }

    MeterType meterType() {
        return meterType;
    }
}
