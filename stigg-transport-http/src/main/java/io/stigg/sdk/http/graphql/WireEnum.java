package io.stigg.sdk.http.graphql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads an enum of the API by the letters of its names: it spells some {@code IN_TRIAL} and some {@code EveryMonday}. A
 * name that is newer than this SDK reads as unknown, and is logged once.
 */
final class WireEnum<E extends Enum<E>> {
    private final Class<E> type;
    private final Map<String, E> byLetters;
    private final E unknown;

    private WireEnum(Class<E> type, E unknown) {
        this.type = type;
        this.byLetters = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> letters(constant.name()), Function.identity()));
        this.unknown = unknown;
    }

    static <E extends Enum<E>> WireEnum<E> of(Class<E> type, E unknown) {
        return new WireEnum<>(type, unknown);
    }

    E read(JsonView view) {
        return find(view, view.text());
    }

    Optional<E> readIfAny(JsonView view) {
        return view.textIfAny().map(text -> find(view, text));
    }

    private E find(JsonView view, String text) {
        E found = byLetters.get(letters(text));
        if (found == null) {
            view.report("an unknown " + type.getSimpleName() + ", " + Anomalies.excerpt(text));
        }
        return found == null ? unknown : found;
    }

    private static String letters(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
