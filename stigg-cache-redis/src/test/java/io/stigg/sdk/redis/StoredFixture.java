package io.stigg.sdk.redis;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody has written to Redis, kept in a file.
 *
 * @param environment what all keys begin with
 * @param secondsToLive of every key
 * @param values by key
 */
record StoredFixture(String environment, long secondsToLive, Map<String, String> values) {
    static StoredFixture named(String name) {
        try (InputStream file = StoredFixture.class.getResourceAsStream(name)) {
            JsonObject json = JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            Map<String, String> values = new TreeMap<>();
            json.getAsJsonObject("values")
                    .entrySet()
                    .forEach(value -> values.put(value.getKey(), text(value.getValue())));
            return new StoredFixture(
                    json.get("environment").getAsString(),
                    json.get("secondsToLive").getAsLong(),
                    values);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files that people read hold objects; what is in Redis is their text. */
    private static String text(JsonElement value) {
        return value.isJsonObject() ? value.toString() : value.getAsString();
    }
}
