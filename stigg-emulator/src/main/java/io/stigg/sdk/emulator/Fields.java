package io.stigg.sdk.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects the fields of one GraphQL object; what is left out reads as null. Not thread-safe. */
final class Fields {
    /** Names the object's type, where there is a choice. */
    static final String TYPE = "__typename";

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Fields ofType(String type) {
        return new Fields().with(TYPE, type);
    }

    Fields with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Fields with(String name, Optional<?> value) {
        value.ifPresent(present -> values.put(name, present));
        return this;
    }

    Map<String, Object> toMap() {
        return values;
    }
}
