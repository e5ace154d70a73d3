package io.stigg.sdk.http.graphql;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes an input object; what is absent or empty is left out, because the API takes null for "clear it". */
final class Input {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final double MOST_EXACT_WHOLE = 1L << 53;

    private final JsonObject json = new JsonObject();

    Input put(String name, String text) {
        json.addProperty(name, text);
        return this;
    }

    Input put(String name, Optional<String> text) {
        text.ifPresent(value -> json.addProperty(name, value));
        return this;
    }

    Input put(String name, double number) {
        json.add(name, number(number));
        return this;
    }

    Input putInstant(String name, Optional<Instant> instant) {
        instant.ifPresent(value -> json.addProperty(name, text(value)));
        return this;
    }

    Input putEnum(String name, Optional<? extends Enum<?>> constant) {
        constant.ifPresent(value -> json.addProperty(name, value.name()));
        return this;
    }

    Input put(String name, Input nested) {
        json.add(name, nested.json);
        return this;
    }

    /** A JSON object of texts, numbers and booleans. */
    Input putAll(String name, Map<String, ?> members) {
        if (!members.isEmpty()) {
            JsonObject object = new JsonObject();
            new TreeMap<>(members).forEach((key, value) -> object.add(key, scalar(value)));
            json.add(name, object);
        }
        return this;
    }

    JsonObject toJson() {
        return json;
    }

    private static JsonElement scalar(Object value) {
        return value instanceof Number number
                ? number(number)
                : value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive(value.toString());
    }

    static String text(Instant instant) {
        return MILLIS.format(instant);
    }

    static JsonPrimitive number(Number number) {
        return number instanceof Double || number instanceof Float
                ? number(number.doubleValue())
                : new JsonPrimitive(number);
    }

    private static JsonPrimitive number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_EXACT_WHOLE;
        return whole ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
    }
}
