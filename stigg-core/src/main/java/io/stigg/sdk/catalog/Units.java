package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the units of something are called. Immutable.
 *
 * @param singular one of them
 * @param plural several of them
 */
public record Units(Optional<String> singular, Optional<String> plural) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public Units {
        requireNonNull(singular, "singular");
        requireNonNull(plural, "plural");
    }
}
