package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A group of add-ons to choose from. Immutable.
 *
 * @param packageGroupId its id
 * @param displayName its name
 * @param addons the add-ons
 * @param options how many of them go with the plan
 */
public record PackageGroup(String packageGroupId, String displayName, List<Addon> addons, PackageGroupOptions options) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public PackageGroup {
        requireNonNull(packageGroupId, "packageGroupId");
        requireNonNull(displayName, "displayName");
        addons = List.copyOf(addons);
        requireNonNull(options, "options");
    }
}
