package io.stigg.sdk;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which page of a list is asked for. Immutable.
 *
 * @param first how many entries from the beginning, or after {@code after}
 * @param after the cursor that the page follows
 * @param last how many entries up to the end, or before {@code before}
 * @param before the cursor that the page precedes
 */
public record Paging(OptionalInt first, Optional<String> after, OptionalInt last, Optional<String> before) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if a size is not positive, or both directions are given
     */
    public Paging {
        requireNonNull(first, "first").ifPresent(size -> requirePositive(size, "first"));
        requireNonNull(last, "last").ifPresent(size -> requirePositive(size, "last"));
        requireNonNull(after, "after");
        requireNonNull(before, "before");
        if ((first.isPresent() || after.isPresent()) && (last.isPresent() || before.isPresent())) {
            throw new IllegalArgumentException("a page is counted from first and after, or from last and before");
        }
    }

    private static void requirePositive(int size, String name) {
        if (size <= 0) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + size);
        }
    }

    /**
     * Asks for the first entries.
     *
     * @param size how many at most; Stigg bounds it
     * @return the paging
     * @throws IllegalArgumentException if the size is not positive
     */
    public static Paging first(int size) {
        return new Paging(OptionalInt.of(size), Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Asks for the last entries.
     *
     * @param size how many at most; Stigg bounds it
     * @return the paging
     * @throws IllegalArgumentException if the size is not positive
     */
    public static Paging last(int size) {
        return new Paging(OptionalInt.empty(), Optional.empty(), OptionalInt.of(size), Optional.empty());
    }

    /**
     * Goes on after a cursor.
     *
     * @param cursor a {@link Page#endCursor()}
     * @return the changed paging
     * @throws IllegalArgumentException if this paging counts from the end
     */
    public Paging after(String cursor) {
        return new Paging(first, Optional.of(cursor), last, before);
    }

    /**
     * Goes back before a cursor.
     *
     * @param cursor a {@link Page#startCursor()}
     * @return the changed paging
     * @throws IllegalArgumentException if this paging counts from the beginning
     */
    public Paging before(String cursor) {
        return new Paging(first, after, last, Optional.of(cursor));
    }
}
