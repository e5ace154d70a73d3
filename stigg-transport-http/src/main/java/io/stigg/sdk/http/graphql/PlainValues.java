package io.stigg.sdk.http.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Free-form JSON as immutable maps and lists; nulls and numbers beyond all bounds are dropped. */
final class PlainValues {
    private PlainValues() {}

    static Map<String, Object> members(Map<?, ?> members) {
        Map<String, Object> plain = new HashMap<>();
        members.forEach((name, value) -> {
            Object copy = plain(value);
            if (copy != null) {
                plain.put(String.valueOf(name), copy);
            }
        });
        return Map.copyOf(plain);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members(members);
        }
        if (value instanceof List<?> elements) {
            return elements.stream()
                    .map(PlainValues::plain)
                    .filter(Objects::nonNull)
                    .toList();
        }
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }
}
