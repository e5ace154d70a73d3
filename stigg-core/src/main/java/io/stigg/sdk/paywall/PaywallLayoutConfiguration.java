package io.stigg.sdk.paywall;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a pricing page is laid out. Immutable.
 *
 * @param alignment where texts stand
 * @param planMargin the space between plans, in pixels
 * @param planPadding the space within plans, in pixels
 * @param planWidth how wide a plan is, in pixels
 */
public record PaywallLayoutConfiguration(
        Optional<Alignment> alignment,
        OptionalDouble planMargin,
        OptionalDouble planPadding,
        OptionalDouble planWidth) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PaywallLayoutConfiguration {
        requireNonNull(alignment, "alignment");
        requireNonNull(planMargin, "planMargin");
        requireNonNull(planPadding, "planPadding");
        requireNonNull(planWidth, "planWidth");
    }
}
