package io.stigg.sdk.usage;

import java.util.HashMap;
import java.util.Map;

/** What is known of usage beside how much it is: names and what they stand for. */
final class Dimensions {
    private Dimensions() {}

    static Map<String, Object> copyOf(Map<String, Object> dimensions) {
        dimensions.forEach(Dimensions::requireScalar);
        return Map.copyOf(dimensions);
    }

    static Map<String, Object> with(Map<String, Object> dimensions, String name, Object dimension) {
        Map<String, Object> changed = new HashMap<>(dimensions);
        changed.put(name, dimension);
        return changed;
    }

    private static void requireScalar(String name, Object dimension) {
        boolean isNumber = dimension instanceof Number number && Double.isFinite(number.doubleValue());
        if (!(dimension instanceof String || isNumber || dimension instanceof Boolean)) {
            throw new IllegalArgumentException(
                    "dimensions: " + name + " must be text, a finite number or a boolean, not "
                            + (dimension instanceof Number
                                    ? dimension
                                    : "a " + dimension.getClass().getSimpleName()));
        }
    }
}
