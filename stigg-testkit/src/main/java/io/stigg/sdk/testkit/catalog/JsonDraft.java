package io.stigg.sdk.testkit.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An object that is to be written as JSON; what goes without saying is left out. Not thread-safe. */
final class JsonDraft {
    private final Map<String, Object> members = new LinkedHashMap<>();

    JsonDraft with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    JsonDraft with(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    /** The value, unless it is what it is when nobody says anything. */
    JsonDraft unless(Predicate<Object> isDefault, String name, Object value) {
        return isDefault.test(value) ? this : with(name, value);
    }

    JsonDraft flag(String name, boolean flag) {
        return flag ? with(name, true) : this;
    }

    JsonDraft all(String name, Collection<?> values) {
        return values.isEmpty() ? this : with(name, List.copyOf(values));
    }

    /** Sorted, as sets have no order. */
    JsonDraft sorted(String name, Collection<?> values) {
        return all(name, values.stream().map(Object::toString).sorted().toList());
    }

    JsonDraft all(String name, Map<String, ?> values) {
        return values.isEmpty() ? this : with(name, values);
    }

    JsonDraft pair(String name, Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() ? with(name, List.of(one.get(), other.get())) : this;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    Map<String, Object> map() {
        return members;
    }
}
