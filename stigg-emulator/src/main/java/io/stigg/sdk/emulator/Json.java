package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON: strictly, nulls included, and whole numbers without a fraction, as JavaScript writes them. */
final class Json {
    private static final double LARGEST_EXACT = 1L << 53;

    private static final TypeToken<@Nullable Map<String, Object>> OBJECT = new TypeToken<>() {};

    private static final JsonSerializer<Double> NUMBER = (number, type, context) ->
            isWhole(number) ? new JsonPrimitive(number.longValue()) : new JsonPrimitive(number);

    private static final JsonSerializer<Instant> INSTANT =
            (instant, type, context) -> new JsonPrimitive(Scalars.text(instant));

    private static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .registerTypeAdapter(Double.class, NUMBER)
            .registerTypeAdapter(Instant.class, INSTANT)
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private Json() {}

    static String write(Object value) {
        return GSON.toJson(value);
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the bytes are not an object in JSON and UTF-8
     */
    static Map<String, Object> readObject(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            Map<String, Object> object = GSON.fromJson(text, OBJECT);
            if (object == null) {
                throw new IllegalArgumentException("The body is empty");
            }
            return object;
        } catch (JsonParseException | CharacterCodingException e) {
            throw new IllegalArgumentException("The body is not a JSON object: " + e.getMessage(), e);
        }
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
    }
}
