package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a control is told: the object in the body of a POST, or the parameters of the query. Whatever is wrong with it is an
 * {@link IllegalArgumentException} that names the member. Immutable, as long as its map is left alone.
 *
 * @param members the members by name
 */
record ControlInput(Map<String, Object> members) {
    private static final int USUAL_LIMIT = 100;

    static ControlInput of(Call call) {
        return call.method().equals("POST")
                ? new ControlInput(Json.readObject(call.body()))
                : new ControlInput(parameters(call.query()));
    }

    private static Map<String, Object> parameters(String query) {
        Map<String, Object> parameters = new HashMap<>();
        Arrays.stream(query.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            parameters.put(parts[0], URLDecoder.decode(value, UTF_8));
        });
        return parameters;
    }

    /** Checks that there is nothing but some members, so that a slip of the pen is noticed. */
    void allowOnly(String... names) {
        Set<String> others = new TreeSet<>(members.keySet());
        Arrays.asList(names).forEach(others::remove);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("There is no member " + String.join(", ", others) + " here"
                    + (names.length == 0 ? "" : ", only " + String.join(", ", names)));
        }
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " must be a string");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int number(String name) {
        if (members.get(name) instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + " must be a whole number");
    }

    Optional<Integer> optionalNumber(String name) {
        return has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    /** Finds the latest entries of a log: as many as the member {@code limit} says, or 100. */
    <T> Stream<T> latestOf(List<T> log) {
        allowOnly("limit");
        return log.stream().skip(Math.max(0, log.size() - limit()));
    }

    /** Returns how many entries of a list are wanted: as many as the parameter {@code limit} says, or 100. */
    int limit() {
        return optionalText("limit").map(text -> whole("limit", text)).orElse(USUAL_LIMIT);
    }

    /** Reads a number from a parameter of the query, which is a text. */
    OptionalDouble parameter(String name) {
        try {
            return has(name) ? OptionalDouble.of(Double.parseDouble(text(name))) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not " + text(name), e);
        }
    }

    private static int whole(String name, String text) {
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(name + " must be a whole number");
    }

    Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a duration such as PT1H or P1D, not " + text(name), e);
        }
    }

    Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " must be an instant such as 2025-01-15T10:00:00Z, not " + text(name), e);
        }
    }
}
