package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * How many add-ons of a group go with a plan. Immutable.
 *
 * @param minItems how many have to be chosen
 * @param freeItems how many of the chosen are free
 */
public record PackageGroupOptions(OptionalDouble minItems, OptionalDouble freeItems) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PackageGroupOptions {
        requireNonNull(minItems, "minItems");
        requireNonNull(freeItems, "freeItems");
    }
}
