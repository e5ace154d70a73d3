package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a pricing page is to look, as set up in Stigg. Immutable.
 *
 * @param palette its colours
 * @param typography its fonts
 * @param layout its layout
 * @param customCss CSS of its own
 */
public record PaywallConfiguration(
        Optional<PaywallColorsPalette> palette,
        Optional<TypographyConfiguration> typography,
        Optional<PaywallLayoutConfiguration> layout,
        Optional<String> customCss) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PaywallConfiguration {
        requireNonNull(palette, "palette");
        requireNonNull(typography, "typography");
        requireNonNull(layout, "layout");
        requireNonNull(customCss, "customCss");
    }
}
