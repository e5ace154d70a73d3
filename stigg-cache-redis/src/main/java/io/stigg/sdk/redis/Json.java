package io.stigg.sdk.redis;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads members of JSON objects. Whatever makes no sense is a {@link JsonParseException}. */
final class Json {
    private static final long LARGEST_WHOLE = 1L << 53;
    private static final long EARLIEST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private Json() {}

    static JsonObject object(String text) {
        if (JsonParser.parseString(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonParseException("it is no object");
    }

    static @Nullable JsonElement member(JsonObject object, String name) {
        JsonElement found = object.get(name);
        return found == null || found.isJsonNull() ? null : found;
    }

    static Optional<JsonObject> objectAt(JsonObject object, String name) {
        JsonElement found = member(object, name);
        if (found == null) {
            return Optional.empty();
        }
        if (found instanceof JsonObject member) {
            return Optional.of(member);
        }
        throw nonsense(name);
    }

    static Optional<String> text(JsonObject object, String name) {
        JsonElement found = member(object, name);
        if (found == null) {
            return Optional.empty();
        }
        if (found instanceof JsonPrimitive text && text.isString()) {
            return Optional.of(text.getAsString());
        }
        throw nonsense(name);
    }

    static String requiredText(JsonObject object, String name) {
        return text(object, name).filter(text -> !text.isEmpty()).orElseThrow(() -> nonsense(name));
    }

    static boolean flag(JsonObject object, String name) {
        JsonElement found = member(object, name);
        if (found == null) {
            return false;
        }
        if (found instanceof JsonPrimitive flag && flag.isBoolean()) {
            return flag.getAsBoolean();
        }
        throw nonsense(name);
    }

    static Optional<Double> number(JsonObject object, String name) {
        JsonElement found = member(object, name);
        if (found == null) {
            return Optional.empty();
        }
        if (found instanceof JsonPrimitive number && number.isNumber() && Double.isFinite(number.getAsDouble())) {
            return Optional.of(number.getAsDouble());
        }
        throw nonsense(name);
    }

    /** Milliseconds since the epoch, or ISO 8601: readers are to take both. */
    static Optional<Instant> instant(JsonObject object, String name) {
        JsonElement found = member(object, name);
        if (found == null) {
            return Optional.empty();
        }
        try {
            if (found instanceof JsonPrimitive time && time.isString()) {
                return Optional.of(
                        Instant.ofEpochMilli(Instant.parse(time.getAsString()).toEpochMilli()));
            }
            return Optional.of(instant(number(object, name).orElseThrow().longValue()));
        } catch (DateTimeException | ArithmeticException notATime) {
            throw nonsense(name);
        }
    }

    private static Instant instant(long millis) {
        if (millis < EARLIEST || millis > LATEST) {
            throw new DateTimeException("out of range");
        }
        return Instant.ofEpochMilli(millis);
    }

    /** Reads a timestamp as it stands beside each value; empty if it is none, as Node has it. */
    static Optional<Instant> timestamp(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(millis -> instant(Long.parseLong(millis)));
        } catch (NumberFormatException | DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static JsonElement of(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
                ? new JsonPrimitive((long) number)
                : new JsonPrimitive(number);
    }

    static JsonElement orNull(Optional<String> text) {
        return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
    }

    static void addInstant(JsonObject object, String name, Optional<Instant> time) {
        time.ifPresent(present -> object.addProperty(name, present.toEpochMilli()));
    }

    static void addText(JsonObject object, String name, Optional<String> text) {
        text.ifPresent(present -> object.addProperty(name, present));
    }

    /** What a customer of Stigg has attached to something; null is the same as absent. */
    static Map<String, Object> values(JsonObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.entrySet()
                .forEach(member -> value(member.getValue()).ifPresent(value -> values.put(member.getKey(), value)));
        return values;
    }

    private static Optional<Object> value(JsonElement element) {
        if (element instanceof JsonObject object) {
            return Optional.of(values(object));
        }
        if (element instanceof JsonArray array) {
            return Optional.of(array.asList().stream()
                    .flatMap(item -> value(item).stream())
                    .toList());
        }
        if (element instanceof JsonPrimitive value) {
            return Optional.of(
                    value.isBoolean()
                            ? (Object) value.getAsBoolean()
                            : value.isNumber() ? (Object) value.getAsDouble() : value.getAsString());
        }
        return Optional.empty();
    }

    static JsonParseException nonsense(String name) {
        return new JsonParseException("the member " + name + " makes no sense");
    }
}
