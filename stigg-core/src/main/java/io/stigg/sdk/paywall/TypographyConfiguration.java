package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The fonts of a pricing page. Immutable.
 *
 * @param fontFamily the family of all of them, in CSS
 * @param h1 that of the largest headings
 * @param h2 that of the next
 * @param h3 that of the smallest headings
 * @param body that of the text
 */
public record TypographyConfiguration(
        Optional<String> fontFamily,
        Optional<FontVariant> h1,
        Optional<FontVariant> h2,
        Optional<FontVariant> h3,
        Optional<FontVariant> body) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public TypographyConfiguration {
        requireNonNull(fontFamily, "fontFamily");
        requireNonNull(h1, "h1");
        requireNonNull(h2, "h2");
        requireNonNull(h3, "h3");
        requireNonNull(body, "body");
    }
}
