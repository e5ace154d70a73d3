package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.testkit.catalog.Meter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which features an event counts for. Immutable. */
final class Meters {
    private final Map<String, List<CatalogFeature>> features;

    Meters(Catalog catalog) {
        features = catalog.features().stream()
                .filter(feature -> feature.meter().isPresent())
                .collect(Collectors.groupingBy(
                        feature -> meter(feature).eventName(), HashMap::new, Collectors.toList()));
    }

    private static Meter meter(CatalogFeature feature) {
        return feature.meter().orElseThrow();
    }

    /** Reads an event, for each feature that it counts for. */
    List<Reading> readings(String eventName, Map<String, Object> dimensions) {
        return features.getOrDefault(eventName, List.of()).stream()
                .flatMap(feature -> meter(feature).reading(eventName, dimensions).stream()
                        .flatMap(value -> Stream.of(new Reading(feature, value))))
                .toList();
    }

    /**
     * What counts of an event.
     *
     * @param feature for which feature
     * @param value what of it
     */
    record Reading(CatalogFeature feature, Object value) {}
}
