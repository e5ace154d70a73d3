package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

/**
 * A tax in a preview. Immutable.
 *
 * @param displayName its name
 * @param percentage how many percent it is
 * @param inclusive whether the prices hold it already
 */
public record PreviewTax(String displayName, double percentage, boolean inclusive) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PreviewTax {
        requireNonNull(displayName, "displayName");
    }
}
