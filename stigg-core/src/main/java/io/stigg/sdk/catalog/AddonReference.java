package io.stigg.sdk.catalog;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.wire.ApiName;
import java.util.Optional;

/**
 * An add-on by its id and name. Immutable.
 *
 * @param id its id
 * @param displayName its name
 * @param description what it is
 */
public record AddonReference(@ApiName("refId") String id, String displayName, Optional<String> description) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public AddonReference {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        requireNonNull(description, "description");
    }
}
