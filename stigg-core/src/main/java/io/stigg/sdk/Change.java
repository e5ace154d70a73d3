package io.stigg.sdk;

import static java.util.Objects.requireNonNull;

/**
 * What shall become of something that may be absent: it is kept as it is, cleared, or set. Immutable.
 *
 * @param <T> what it is set to
 */
public sealed interface Change<T> {
    /**
     * Leaves it as it is.
     *
     * @param <T> what it could be set to
     * @return the change
     */
    static <T> Change<T> keep() {
        return new Keep<>();
    }

    /**
     * Removes it.
     *
     * @param <T> what it could be set to
     * @return the change
     */
    static <T> Change<T> clear() {
        return new Clear<>();
    }

    /**
     * Sets it.
     *
     * @param value the new value
     * @param <T> its type
     * @return the change
     */
    static <T> Change<T> to(T value) {
        return new To<>(value);
    }

    /**
     * It stays as it is.
     *
     * @param <T> what it could be set to
     */
    record Keep<T>() implements Change<T> {}

    /**
     * It is removed.
     *
     * @param <T> what it could be set to
     */
    record Clear<T>() implements Change<T> {}

    /**
     * It is set.
     *
     * @param value the new value
     * @param <T> its type
     */
    record To<T>(T value) implements Change<T> {
        /**
         * Checks the value.
         *
         * @throws NullPointerException if it is null
         */
        public To {
            requireNonNull(value, "value");
        }
    }
}
