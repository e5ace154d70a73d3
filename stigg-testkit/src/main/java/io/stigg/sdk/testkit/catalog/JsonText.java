package io.stigg.sdk.testkit.catalog;

import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads JSON as maps, lists, texts, numbers and booleans, and writes those as JSON that people like to read. */
final class JsonText {
    private static final int COLUMNS = 100;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final double EXACT = 1L << 53;

    private JsonText() {}

    /** Throws a {@link JsonMistake} if the text is no JSON, or has a null or the same member twice. */
    static JsonValue read(String text) {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            Object value = value(json, "");
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonMistake("", "there is more after the end");
            }
            return new JsonValue("", value);
        } catch (IOException | NumberFormatException malformed) {
            throw new JsonMistake("", "no JSON: " + malformed.getMessage());
        }
    }

    private static Object value(JsonReader json, String path) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> members(json, path);
            case BEGIN_ARRAY -> list(json, path);
            case STRING -> json.nextString();
            case BOOLEAN -> json.nextBoolean();
            case NUMBER -> number(json.nextString());
            default -> throw new JsonMistake(path, "must not be " + json.peek() + ": leave it out");
        };
    }

    private static Map<String, Object> members(JsonReader json, String path) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            String memberPath = JsonValue.member(path, name);
            if (members.put(name, value(json, memberPath)) != null) {
                throw new JsonMistake(memberPath, "is there twice");
            }
        }
        json.endObject();
        return members;
    }

    private static List<Object> list(JsonReader json, String path) throws IOException {
        List<Object> list = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            list.add(value(json, JsonValue.element(path, list.size())));
        }
        json.endArray();
        return list;
    }

    /** Whole numbers come as the smallest type that holds them, as people write them in Java. */
    private static Number number(String digits) {
        if (!WHOLE.matcher(digits).matches()) {
            double value = Double.parseDouble(digits);
            if (Double.isInfinite(value)) {
                throw new NumberFormatException(digits + " is too large");
            }
            return value;
        }
        Long whole = Long.valueOf(digits);
        if (whole == whole.intValue()) {
            return whole.intValue();
        }
        return whole;
    }

    static String write(Map<String, ?> value) {
        StringBuilder text = new StringBuilder();
        write(value, "", text);
        return text.append('\n').toString();
    }

    private static void write(Object value, String indent, StringBuilder text) {
        String line = line(value);
        int taken = text.length() - text.lastIndexOf("\n") - 1;
        if (taken + line.length() <= COLUMNS && !indent.isEmpty()) {
            text.append(line);
        } else if (value instanceof Map<?, ?> members && !members.isEmpty()) {
            lines('{', '}', indent, text, members.entrySet(), (member, deeper) -> {
                text.append(quoted(member.getKey())).append(": ");
                write(member.getValue(), deeper, text);
            });
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            lines('[', ']', indent, text, list, (element, deeper) -> write(element, deeper, text));
        } else {
            text.append(line);
        }
    }

    private interface Part<P> {
        void write(P part, String indent);
    }

    private static <P> void lines(
            char begin, char end, String indent, StringBuilder text, Iterable<? extends P> parts, Part<P> part) {
        String separator = "";
        String deeper = indent + "  ";
        text.append(begin);
        for (P each : parts) {
            text.append(separator).append('\n').append(deeper);
            part.write(each, deeper);
            separator = ",";
        }
        text.append('\n').append(indent).append(end);
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + line(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(JsonText::line).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Number number) {
            return digits(number);
        } else if (value instanceof String || value instanceof Boolean) {
            return quoted(value);
        }
        throw new IllegalArgumentException(value + " cannot be said in JSON");
    }

    private static String digits(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(number + " cannot be said in JSON");
        }
        boolean isFloating = number instanceof Double || number instanceof Float;
        return isFloating && value == Math.rint(value) && Math.abs(value) < EXACT
                ? Long.toString((long) value)
                : number.toString();
    }

    private static String quoted(Object value) {
        return value instanceof Boolean ? value.toString() : new JsonPrimitive(value.toString()).toString();
    }
}
