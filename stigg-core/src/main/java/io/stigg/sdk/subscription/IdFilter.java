package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which ids are asked for: one, or any of several. Immutable.
 *
 * @param eq the one, empty where any of several will do
 * @param in the several, empty where there is one
 */
public record IdFilter(Optional<String> eq, List<String> in) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public IdFilter {
        Arguments.text(eq, "eq");
        in = List.copyOf(in);
        in.forEach(id -> Arguments.text(id, "in"));
        if (eq.isPresent() != in.isEmpty()) {
            throw new IllegalArgumentException("either one value or several are asked for");
        }
    }

    /**
     * Asks for one id, or any of several.
     *
     * @param ids the ids, at least one
     * @return the filter
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public static IdFilter of(Collection<String> ids) {
        return ids.size() == 1
                ? new IdFilter(Optional.of(ids.iterator().next()), List.of())
                : new IdFilter(Optional.empty(), List.copyOf(ids));
    }

    /**
     * Tells whether an id is asked for.
     *
     * @param id the id
     * @return whether it is
     */
    public boolean accepts(String id) {
        return eq.map(id::equals).orElseGet(() -> in.contains(id));
    }
}
