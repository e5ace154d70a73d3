package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A font of a pricing page. Immutable.
 *
 * @param fontSize its size in pixels
 * @param fontWeight how bold it is
 */
public record FontVariant(OptionalDouble fontSize, Optional<FontWeight> fontWeight) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public FontVariant {
        requireNonNull(fontSize, "fontSize");
        requireNonNull(fontWeight, "fontWeight");
    }
}
