package io.stigg.sdk.http.graphql;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.stigg.sdk.error.StiggProtocolException;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON into maps, lists, texts, booleans and numbers. Stricter than Gson's own tree: exactly one document, in
 * UTF-8, not deeper than the API's answers are, no name twice, so that there are no two ways to read it.
 */
final class JsonText {
    private static final int MOST_DEPTH = 64;
    private static final int MOST_LONG_DIGITS = 18;
    private static final Pattern POSITION = Pattern.compile("line \\d+ column \\d+");

    private JsonText() {}

    static @Nullable Object parse(byte[] text) {
        try (JsonReader in = new JsonReader(characters(text))) {
            in.setStrictness(Strictness.STRICT);
            in.setNestingLimit(MOST_DEPTH);
            Object value = value(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("there is more after the document");
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException malformed) {
            String what = text.length == 0
                    ? "the answer is empty"
                    : "the answer is not JSON, or is cut off" + position(malformed);
            // Gson's exception is left out: it names where it was by what the server calls things.
            throw new StiggProtocolException(what, "$", null);
        }
    }

    /** All of them at once: a reader that decodes on its way makes buffers that are larger than most answers. */
    private static Reader characters(byte[] text) throws CharacterCodingException {
        // Made here and not shared: a decoder has a state.
        CharBuffer characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        return new CharArrayReader(characters.array(), characters.arrayOffset(), characters.remaining());
    }

    private static String position(Exception malformed) {
        Matcher position = POSITION.matcher(String.valueOf(malformed.getMessage()));
        return position.find() ? ", at " + position.group() : "";
    }

    private static @Nullable Object value(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> array(in);
            case STRING -> in.nextString();
            case NUMBER -> number(in.nextString());
            case BOOLEAN -> in.nextBoolean();
            case NULL -> nothing(in);
            default -> throw new MalformedJsonException("a value was expected");
        };
    }

    private static @Nullable Object nothing(JsonReader in) throws IOException {
        in.nextNull();
        return null;
    }

    private static Map<String, @Nullable Object> object(JsonReader in) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            int before = members.size();
            members.put(in.nextName(), value(in));
            if (members.size() == before) {
                throw new MalformedJsonException("a name occurs twice");
            }
        }
        in.endObject();
        return members;
    }

    private static List<@Nullable Object> array(JsonReader in) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            elements.add(value(in));
        }
        in.endArray();
        return elements;
    }

    private static Number number(String text) {
        boolean whole =
                text.length() <= MOST_LONG_DIGITS && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        if (whole) {
            return Long.valueOf(text);
        }
        return Double.valueOf(text);
    }
}
