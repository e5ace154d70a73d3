package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * How subscriptions are sorted. Immutable.
 *
 * @param field by what
 * @param direction in which direction
 * @param nulls where those stand that have nothing to be sorted by, empty for wherever Stigg puts them
 */
public record SubscriptionSort(SubscriptionSortField field, Direction direction, Optional<Nulls> nulls) {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public SubscriptionSort {
        Arguments.known(field, "field");
        Arguments.known(direction, "direction");
        Arguments.known(nulls, "nulls");
    }

    /**
     * Sorts from the least to the greatest.
     *
     * @param field by what
     * @return how they are sorted
     * @throws IllegalArgumentException if the field is not known
     */
    public static SubscriptionSort ascending(SubscriptionSortField field) {
        return new SubscriptionSort(field, Direction.ASC, Optional.empty());
    }

    /**
     * Sorts from the greatest to the least.
     *
     * @param field by what
     * @return how they are sorted
     * @throws IllegalArgumentException if the field is not known
     */
    public static SubscriptionSort descending(SubscriptionSortField field) {
        return new SubscriptionSort(field, Direction.DESC, Optional.empty());
    }

    /**
     * Says where those stand that have nothing to be sorted by.
     *
     * @param place the place
     * @return the changed sort
     * @throws IllegalArgumentException if the place is not known
     */
    public SubscriptionSort with(Nulls place) {
        return new SubscriptionSort(field, direction, Optional.of(place));
    }

    /** In which direction is sorted. */
    public enum Direction {
        /** From the least to the greatest. */
        ASC,
        /** From the greatest to the least. */
        DESC,
        /** One that this SDK does not know. */
        UNKNOWN
    }

    /** Where those stand that have nothing to be sorted by. */
    public enum Nulls {
        /** At the beginning. */
        NULLS_FIRST,
        /** At the end. */
        NULLS_LAST,
        /** A place that this SDK does not know. */
        UNKNOWN
    }
}
