package io.stigg.sdk.redis;

import io.stigg.sdk.wire.ApiName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the constants of an enum are called on the wire. Immutable. */
final class WireNames<E extends Enum<E>> {
    private final Map<String, E> constants = new HashMap<>();
    private final Map<E, String> names = new HashMap<>();
    private final E unknown;

    private WireNames(Class<E> type, E unknown) {
        this.unknown = unknown;
        for (E constant : type.getEnumConstants()) {
            String name = name(type, constant);
            names.put(constant, name);
            constants.put(name.toUpperCase(Locale.ROOT), constant);
        }
    }

    static <E extends Enum<E>> WireNames<E> of(Class<E> type, E unknown) {
        return new WireNames<>(type, unknown);
    }

    private static String name(Class<?> type, Enum<?> constant) {
        try {
            ApiName given = type.getField(constant.name()).getAnnotation(ApiName.class);
            return given == null ? constant.name() : given.value();
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Case does not count: meter types are written in capitals here and in small letters there. */
    E read(String name) {
        return constants.getOrDefault(name.toUpperCase(Locale.ROOT), unknown);
    }

    String write(E constant) {
        return names.getOrDefault(constant, constant.name());
    }
}
