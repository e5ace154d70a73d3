package io.stigg.sdk.subscription;

import io.stigg.sdk.argument.Arguments;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which statuses are asked for: one, or any of several. Immutable.
 *
 * @param eq the one, empty where any of several will do
 * @param in the several, empty where there is one
 */
public record StatusFilter(Optional<Subscription.Status> eq, List<Subscription.Status> in) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public StatusFilter {
        Arguments.known(eq, "eq");
        in = List.copyOf(in);
        in.forEach(status -> Arguments.known(status, "in"));
        if (eq.isPresent() != in.isEmpty()) {
            throw new IllegalArgumentException("either one value or several are asked for");
        }
    }

    /**
     * Asks for one status, or any of several.
     *
     * @param statuses the statuses, at least one
     * @return the filter
     * @throws IllegalArgumentException if there is none, or one is not known
     */
    public static StatusFilter of(Collection<Subscription.Status> statuses) {
        return statuses.size() == 1
                ? new StatusFilter(Optional.of(statuses.iterator().next()), List.of())
                : new StatusFilter(Optional.empty(), List.copyOf(statuses));
    }

    /**
     * Tells whether a status is asked for.
     *
     * @param status the status
     * @return whether it is
     */
    public boolean accepts(Subscription.Status status) {
        return eq.map(status::equals).orElseGet(() -> in.contains(status));
    }
}
