package io.stigg.sdk.argument;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Refuses what cannot be meant, by the name of the argument. Internal. */
public final class Arguments {
    private Arguments() {}

    /**
     * Refuses a blank text.
     *
     * @param value the text
     * @param name what the caller calls it
     * @return the text
     * @throws IllegalArgumentException if it is blank
     */
    public static String text(@Nullable String value, String name) {
        requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /**
     * Refuses a blank text where there is one.
     *
     * @param value the text
     * @param name what the caller calls it
     * @return the text
     * @throws IllegalArgumentException if it is blank
     */
    public static Optional<String> text(Optional<String> value, String name) {
        requireNonNull(value, name).ifPresent(present -> text(present, name));
        return value;
    }

    /**
     * Refuses what is no amount.
     *
     * @param value the amount
     * @param name what the caller calls it
     * @return the amount
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static double amount(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, 0 or more, not " + value);
        }
        return value;
    }

    /**
     * Refuses what is no amount where there is one.
     *
     * @param value the amount
     * @param name what the caller calls it
     * @return the amount
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static OptionalDouble amount(OptionalDouble value, String name) {
        requireNonNull(value, name).ifPresent(present -> amount(present, name));
        return value;
    }

    /**
     * Refuses the constant that stands for what this SDK does not know: it can be read, and not asked for.
     *
     * @param value the constant
     * @param name what the caller calls it
     * @param <E> its type
     * @return the constant
     * @throws IllegalArgumentException if it is named {@code UNKNOWN}
     */
    public static <E extends Enum<E>> E known(E value, String name) {
        if (requireNonNull(value, name).name().equals("UNKNOWN")) {
            throw new IllegalArgumentException(name + " must not be UNKNOWN");
        }
        return value;
    }

    /**
     * Refuses the constant that stands for what this SDK does not know, where there is one.
     *
     * @param value the constant
     * @param name what the caller calls it
     * @param <E> its type
     * @return the constant
     * @throws IllegalArgumentException if it is named {@code UNKNOWN}
     */
    public static <E extends Enum<E>> Optional<E> known(Optional<E> value, String name) {
        requireNonNull(value, name).ifPresent(present -> known(present, name));
        return value;
    }

    /**
     * Refuses what is too many for one request, or nothing at all.
     *
     * @param most how many there may be
     * @param values the values
     * @param name what the caller calls them
     * @param <T> what they are
     * @return a copy
     * @throws IllegalArgumentException if there are more, or none
     */
    public static <T> List<T> upTo(int most, List<T> values, String name) {
        if (values.isEmpty() || values.size() > most) {
            throw new IllegalArgumentException(name + " must be 1 to " + most + ", not " + values.size());
        }
        return List.copyOf(values);
    }
}
