package io.stigg.sdk.http.graphql;

import io.stigg.sdk.error.StiggProtocolException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value in an answer together with where it stands, so that whatever is wrong with it can be said with its path. What is
 * missing reads as null. Not thread-safe: the views of one document share the times that they have read.
 */
public final class JsonView {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final @Nullable JsonView parent;
    /** The name of a member, or the index of an element. */
    private final Object step;

    private final @Nullable Object value;
    private final Anomalies anomalies;
    /** An answer repeats few times over and over, and to parse one is slow. */
    private final Map<String, Instant> times;

    private JsonView(@Nullable Object document, Anomalies anomalies) {
        this.parent = null;
        this.step = "$";
        this.value = document;
        this.anomalies = anomalies;
        this.times = new HashMap<>();
    }

    private JsonView(JsonView parent, Object step, @Nullable Object value) {
        this.parent = parent;
        this.step = step;
        this.value = value;
        this.anomalies = parent.anomalies;
        this.times = parent.times;
    }

    static JsonView of(@Nullable Object document, Anomalies anomalies) {
        return new JsonView(document, anomalies);
    }

    boolean isAbsent() {
        return value == null;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    /** A member of an object. */
    JsonView at(String name) {
        if (!(value instanceof Map<?, ?> members)) {
            throw problem("an object was expected");
        }
        return new JsonView(this, name, members.get(name));
    }

    /** A member of a member and so on, by a path with dots; what is below nothing is nothing. */
    JsonView find(String path) {
        JsonView found = this;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            found = found.isAbsent() ? new JsonView(found, name, null) : found.at(name);
        }
        return found;
    }

    <T> Optional<T> ifPresent(Function<JsonView, T> reader) {
        return isAbsent() ? Optional.empty() : Optional.of(reader.apply(this));
    }

    /** The elements of a list; none where there is no list. */
    List<JsonView> elements() {
        if (isAbsent()) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw problem("a list was expected");
        }
        List<JsonView> views = new ArrayList<>(elements.size());
        for (Object element : elements) {
            views.add(new JsonView(this, views.size(), element));
        }
        return views;
    }

    /** The members of an object as plain values; none where there is no object. */
    Map<String, Object> members() {
        if (isAbsent()) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> members)) {
            throw problem("an object was expected");
        }
        return PlainValues.members(members);
    }

    String text() {
        if (!(value instanceof String text)) {
            throw problem("text was expected");
        }
        return text;
    }

    /** Text, if there is any: the API sends an empty text for none in places. */
    Optional<String> textIfAny() {
        return isAbsent() ? Optional.empty() : Optional.of(text()).filter(text -> !text.isBlank());
    }

    /** Whatever single value stands here, as text. */
    String scalarText() {
        return String.valueOf(value);
    }

    String id() {
        String text = text();
        if (text.isBlank()) {
            throw problem("an id was expected");
        }
        return text;
    }

    double number() {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            throw problem("a finite number was expected");
        }
        return number.doubleValue();
    }

    OptionalDouble numberIfAny() {
        return isAbsent() ? OptionalDouble.empty() : OptionalDouble.of(number());
    }

    int wholeNumber() {
        double number = number();
        if (number != (int) number) {
            throw problem("a whole number was expected");
        }
        return (int) number;
    }

    boolean flag() {
        if (!(value instanceof Boolean flag)) {
            throw problem("true or false was expected");
        }
        return flag;
    }

    boolean flagOrFalse() {
        return !isAbsent() && flag();
    }

    Instant instant() {
        return instantIfAny().orElseThrow(() -> problem("a time was expected"));
    }

    /** ISO text, or milliseconds since the epoch. The API sends an empty text or 0 for none in places. */
    Optional<Instant> instantIfAny() {
        if (isAbsent() || "".equals(value) || (value instanceof Number zero && zero.doubleValue() == 0)) {
            return Optional.empty();
        }
        Instant instant = value instanceof String text
                ? times.computeIfAbsent(text, this::parsed)
                : Instant.ofEpochMilli((long) number());
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw problem("a time between the years 1 and 9999 was expected");
        }
        return Optional.of(instant);
    }

    private Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw problem("a time was expected");
        }
    }

    StiggProtocolException problem(String expectation) {
        return new StiggProtocolException(expectation + ", not " + kind(), path(), null);
    }

    /** Logs what is odd here, once. */
    void report(String oddity) {
        anomalies.report(oddity, path());
    }

    String path() {
        if (parent == null) {
            return step.toString();
        }
        return parent.path() + (step instanceof Integer ? "[" + step + "]" : "." + step);
    }

    /** The kind and not the value: what somebody's customers are called has no place in a log. */
    private String kind() {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String ? "this text" : value instanceof Number ? "this number" : "true or false";
    }
}
