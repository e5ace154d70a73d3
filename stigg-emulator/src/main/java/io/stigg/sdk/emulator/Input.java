package io.stigg.sdk.emulator;

import io.stigg.sdk.entitlement.CustomerScope;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An input object of GraphQL, which the engine has checked against the schema already. Null and absent are the same.
 * Immutable, as long as its map is left alone.
 *
 * @param values the members
 */
record Input(Map<String, Object> values) {
    String text(String name) {
        return optionalText(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Optional<String> optionalText(String name) {
        return value(name, String.class);
    }

    /** An id that may be left out; the empty string, which some clients send, leaves it out as well. */
    Optional<String> optionalId(String name) {
        return optionalText(name).filter(id -> !id.isEmpty());
    }

    Optional<Double> optionalNumber(String name) {
        return value(name, Number.class).map(Number::doubleValue);
    }

    Optional<Instant> optionalInstant(String name) {
        return value(name, Instant.class);
    }

    Optional<Input> optionalObject(String name) {
        return value(name, Map.class).map(Input::of);
    }

    List<Input> objects(String name) {
        return list(name).map(Map.class::cast).map(Input::of).toList();
    }

    List<String> texts(String name) {
        return list(name).map(String.class::cast).toList();
    }

    /** Free-form members; those that are null are left out. */
    Map<String, Object> json(String name) {
        Object json = values.get(name);
        if (json == null) {
            return Map.of();
        }
        if (!(json instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException(name + " must be an object");
        }
        Map<String, Object> present = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (value != null) {
                present.put(String.valueOf(key), value);
            }
        });
        return present;
    }

    CustomerScope scope() {
        return new CustomerScope(text("customerId"), optionalId("resourceId"));
    }

    /** Finds which of some members say something: null, false and empty lists do not. */
    Set<String> saying(Set<String> names) {
        return names.stream().filter(name -> says(values.get(name))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean says(@Nullable Object value) {
        return value != null
                && !Boolean.FALSE.equals(value)
                && !(value instanceof Collection<?> list && list.isEmpty());
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    private Stream<?> list(String name) {
        return values.get(name) instanceof Collection<?> list ? list.stream() : Stream.of();
    }

    @SuppressWarnings("unchecked") // The names of an input object are strings.
    private static Input of(Map<?, ?> values) {
        return new Input((Map<String, Object>) values);
    }
}
