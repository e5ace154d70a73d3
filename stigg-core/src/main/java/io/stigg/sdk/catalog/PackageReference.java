package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;

/**
 * A plan or an add-on by its id and name. Immutable.
 *
 * @param id its id
 * @param displayName its name
 */
public record PackageReference(@ApiName("refId") String id, String displayName) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PackageReference {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
    }
}
