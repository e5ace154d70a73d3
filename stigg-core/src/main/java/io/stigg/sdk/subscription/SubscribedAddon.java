package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.catalog.Addon;

/**
 * An add-on of a subscription. Immutable.
 *
 * @param addon the add-on
 * @param quantity how many of it
 */
public record SubscribedAddon(Addon addon, double quantity) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public SubscribedAddon {
        requireNonNull(addon, "addon");
    }
}
