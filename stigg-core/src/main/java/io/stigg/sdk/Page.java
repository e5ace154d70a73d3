package io.stigg.sdk;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a list, and where to go on. Immutable.
 *
 * @param items the entries
 * @param startCursor stands before the first of them, empty if there is none
 * @param endCursor stands after the last of them, empty if there is none
 * @param hasNextPage whether there are more after them
 * @param hasPreviousPage whether there are more before them
 * @param totalCount how many entries the whole list has, empty where Stigg does not say
 * @param <T> the kind of the entries
 */
public record Page<T>(
        List<T> items,
        Optional<String> startCursor,
        Optional<String> endCursor,
        boolean hasNextPage,
        boolean hasPreviousPage,
        OptionalInt totalCount) {
    /**
     * Copies the entries.
     *
     * @throws NullPointerException if a member is null
     */
    public Page {
        items = List.copyOf(items);
        requireNonNull(startCursor, "startCursor");
        requireNonNull(endCursor, "endCursor");
        requireNonNull(totalCount, "totalCount");
    }

    /**
     * Goes through a list from a page on to its end. Pages are fetched as the stream gets to them, so a stream that is
     * left early has asked for no more than it showed; each fetch blocks whoever pulls. Close nothing.
     *
     * @param first asks for the first page
     * @param fetch fetches a page
     * @param <Q> the request's type
     * @param <T> the kind of the entries
     * @return the entries, in Stigg's order; whatever fetching throws comes out of the stream
     * @throws IllegalArgumentException if the first page is counted from the end
     */
    public static <Q extends PagedRequest<Q>, T> Stream<T> all(Q first, Function<Q, Page<T>> fetch) {
        if (first.paging().last().isPresent() || first.paging().before().isPresent()) {
            throw new IllegalArgumentException("a list is gone through from first and after, not from last and before");
        }
        UnaryOperator<@Nullable Step<Q, T>> next = step -> step == null ? null : step.next(fetch);
        Set<String> followed = new HashSet<>(first.paging().after().stream().toList());
        return Stream.iterate(new Step<>(first, fetch.apply(first), followed), step -> step != null, next)
                .flatMap(step -> step.page().items().stream());
    }

    private record Step<Q extends PagedRequest<Q>, T>(Q request, Page<T> page, Set<String> followed) {
        /** A page that leads nowhere new is the last one, whatever it says: nobody wants to go round for ever. */
        @Nullable
        Step<Q, T> next(Function<Q, Page<T>> fetch) {
            Optional<String> cursor = page.hasNextPage() ? page.endCursor() : Optional.empty();
            if (cursor.isEmpty() || !followed.add(cursor.get())) {
                return null;
            }
            Q following = request.at(request.paging().after(cursor.get()));
            return new Step<>(following, fetch.apply(following), followed);
        }
    }
}
