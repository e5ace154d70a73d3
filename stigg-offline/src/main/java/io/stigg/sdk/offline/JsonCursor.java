package io.stigg.sdk.offline;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.stigg.sdk.error.StiggArchiveException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Goes through JSON once, and says of everything that is wrong where it is. Strict: nothing but RFC 8259, no name twice in an
 * object, nothing after the end. Not thread-safe.
 */
final class JsonCursor {
    private static final int DEEPEST = 64;
    private static final Pattern LINE = Pattern.compile(" at line (\\d+) column");

    private final String source;
    private final JsonReader reader;

    private JsonCursor(byte[] json, String source) {
        this.source = source;
        reader = new JsonReader(
                new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8.newDecoder()));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
    }

    /** Something that may throw what Gson throws. */
    private interface Step<T> {
        T take() throws IOException;
    }

    /** Reads what there is, from the first character to the last. */
    static <T> T read(byte[] json, String source, Function<JsonCursor, T> document) {
        JsonCursor cursor = new JsonCursor(json, source);
        T read = document.apply(cursor);
        // Fails if there is more.
        cursor.step(cursor.reader::peek);
        return read;
    }

    /** Begins an object; what it returns is gone through once, and whoever does so reads the value of each name that comes. */
    Iterable<String> members() {
        expect(JsonToken.BEGIN_OBJECT, "an object");
        run(reader::beginObject);
        return Members::new;
    }

    /** The names of the object that the reader is in. */
    private final class Members implements Iterator<String> {
        private final Set<String> names = new HashSet<>();

        @Override
        public boolean hasNext() {
            boolean isThereMore = step(reader::hasNext);
            if (!isThereMore) {
                run(reader::endObject);
            }
            return isThereMore;
        }

        @Override
        public String next() {
            String name = step(reader::nextName);
            if (!names.add(name)) {
                throw wrong("\"" + name + "\" is there twice");
            }
            return name;
        }
    }

    String text() {
        expect(JsonToken.STRING, "text");
        return step(reader::nextString);
    }

    boolean flag() {
        expect(JsonToken.BOOLEAN, "true or false");
        return step(reader::nextBoolean);
    }

    double number() {
        expect(JsonToken.NUMBER, "a number");
        return step(reader::nextDouble);
    }

    /** Reads a number that is not negative. */
    double amount() {
        expect(JsonToken.NUMBER, "a number");
        Place place = place();
        double amount = step(reader::nextDouble);
        if (amount < 0) {
            throw place.wrong("is negative: " + amount);
        }
        return amount;
    }

    Instant instant() {
        expect(JsonToken.STRING, "an instant");
        Place place = place();
        String text = step(reader::nextString);
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw place.wrong("is \"" + text + "\", and not an instant such as 2027-01-01T00:00:00Z");
        }
    }

    /** Reads the name of a constant. */
    <E extends Enum<E>> E constant(Class<E> type) {
        expect(JsonToken.STRING, "text");
        Place place = place();
        String text = step(reader::nextString);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> place.wrong("is \"" + text + "\", and not one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    List<String> texts() {
        expect(JsonToken.BEGIN_ARRAY, "a list");
        run(reader::beginArray);
        List<String> texts = new ArrayList<>();
        while (step(reader::hasNext)) {
            texts.add(text());
        }
        run(reader::endArray);
        return texts;
    }

    /** Reads an object of whatever the catalogue's owner has put into it. */
    Map<String, Object> anything() {
        Map<String, Object> anything = new LinkedHashMap<>();
        for (String name : members()) {
            anything.put(name, value());
        }
        return anything;
    }

    private Object value() {
        return switch (step(reader::peek)) {
            case BEGIN_OBJECT -> anything();
            case BEGIN_ARRAY -> values();
            case STRING -> text();
            case BOOLEAN -> flag();
            case NUMBER -> anyNumber();
            default -> throw wrong("is nothing that can be kept");
        };
    }

    private List<Object> values() {
        run(reader::beginArray);
        List<Object> values = new ArrayList<>();
        while (step(reader::hasNext)) {
            values.add(value());
        }
        run(reader::endArray);
        return List.copyOf(values);
    }

    private Number anyNumber() {
        Place place = place();
        String digits = step(reader::nextString);
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException noWholeNumber) {
            double number = Double.parseDouble(digits);
            if (Double.isInfinite(number)) {
                throw place.wrong("is too large a number");
            }
            return number;
        }
    }

    private void expect(JsonToken token, String what) {
        JsonToken found = step(reader::peek);
        if (found != token) {
            throw wrong("is not " + what);
        }
    }

    /** Where the value is that comes next. */
    Place place() {
        step(reader::peek);
        return new Place(source, reader.getPath(), line());
    }

    private String line() {
        Matcher line = LINE.matcher(reader.toString());
        return line.find() ? line.group(1) : "?";
    }

    /** Says what is wrong with where the reader is. */
    StiggArchiveException wrong(String what) {
        return new Place(source, reader.getPath(), line()).wrong(what);
    }

    /** Says that a member is not known. */
    StiggArchiveException unknown(String name) {
        return wrong("\"" + name + "\" is no member that is known here");
    }

    /**
     * A place in a document.
     *
     * @param source what the document is
     * @param path the path from its top
     * @param line the line
     */
    record Place(String source, String path, String line) {
        StiggArchiveException wrong(String what) {
            return new StiggArchiveException(source + ", " + path + " (line " + line + "): " + what, null);
        }
    }

    private void run(Action action) {
        step(() -> {
            action.run();
            return action;
        });
    }

    /** Something that may throw what Gson throws, and returns nothing. */
    private interface Action {
        void run() throws IOException;
    }

    private <T> T step(Step<T> step) {
        try {
            return step.take();
        } catch (CharacterCodingException garbled) {
            throw wrong("is not UTF-8");
        } catch (IOException | IllegalStateException | NumberFormatException nonsense) {
            throw wrong("is not JSON" + detail(nonsense));
        }
    }

    /** What Gson says, without the place and without its advice to programmers. */
    private static String detail(Exception nonsense) {
        String message = String.valueOf(nonsense.getMessage());
        int place = message.indexOf(" at line ");
        return place < 0 || message.startsWith("Use ") ? "" : ": " + message.substring(0, place);
    }
}
