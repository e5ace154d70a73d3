package io.stigg.sdk.entitlement;

import static java.util.Objects.requireNonNull;

/** The one rule for ids: they are text that is not blank. */
final class Ids {
    private Ids() {}

    static String requireId(String id, String name) {
        requireNonNull(id, name);
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return id;
    }
}
