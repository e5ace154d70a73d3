package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The colours of a pricing page, in CSS. Immutable.
 *
 * @param primary what stands out
 * @param textColor the text
 * @param backgroundColor behind everything
 * @param borderColor the borders
 * @param currentPlanBackground behind the plan that the customer has
 */
public record PaywallColorsPalette(
        Optional<String> primary,
        Optional<String> textColor,
        Optional<String> backgroundColor,
        Optional<String> borderColor,
        Optional<String> currentPlanBackground) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PaywallColorsPalette {
        requireNonNull(primary, "primary");
        requireNonNull(textColor, "textColor");
        requireNonNull(backgroundColor, "backgroundColor");
        requireNonNull(borderColor, "borderColor");
        requireNonNull(currentPlanBackground, "currentPlanBackground");
    }
}
