package io.stigg.sdk.http.graphql;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

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

    Input put(String name, Input nested) {
        json.add(name, nested.json);
        return this;
    }

    JsonObject toJson() {
        return json;
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
