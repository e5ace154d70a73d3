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
final class WireEnum<E> {
    private final Class<E> type;
    private final Map<String, E> byLetters;
    private final E unknown;

    private WireEnum(Class<E> type, E unknown) {
        this.type = type;
        this.byLetters = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> letters(nameOf(constant)), Function.identity()));
        this.unknown = unknown;
    }

    static <E> WireEnum<E> of(Class<E> type, E unknown) {
        return new WireEnum<>(type, unknown);
    }

    /** Takes the constant named {@code UNKNOWN} for what is newer than this SDK. */
    static <E> WireEnum<E> withUnknown(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> nameOf(constant).equals("UNKNOWN"))
                .findAny()
                .map(unknown -> of(type, unknown))
                .orElseThrow(() -> new IllegalArgumentException(type + " has no constant for what is not known"));
    }

    private static String nameOf(Object constant) {
        return ((Enum<?>) constant).name();
    }

    E read(JsonView view) {
        return find(view, view.text());
    }

    /** Reads what a newer Stigg may have done away with. */
    E readOrUnknown(JsonView view) {
        return view.isAbsent() ? unknown : read(view);
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
