package io.stigg.sdk.argument;

import java.util.HashMap;
import java.util.Map;

/** What is known of usage beside how much it is: names and what they stand for. Internal. */
public final class Dimensions {
    private Dimensions() {}

    /**
     * Copies dimensions.
     *
     * @param dimensions names, and for each a text, a number or a boolean
     * @return the copy
     * @throws IllegalArgumentException if one is something else, or no finite number
     */
    public static Map<String, Object> copyOf(Map<String, Object> dimensions) {
        dimensions.forEach(Dimensions::requireScalar);
        return Map.copyOf(dimensions);
    }

    /**
     * Adds a dimension.
     *
     * @param dimensions the others
     * @param name its name
     * @param dimension what it is
     * @return all of them
     */
    public static Map<String, Object> with(Map<String, Object> dimensions, String name, Object dimension) {
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
