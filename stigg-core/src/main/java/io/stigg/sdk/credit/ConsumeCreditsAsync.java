package io.stigg.sdk.credit;

import io.stigg.sdk.argument.Arguments;
import java.util.List;
import java.util.Optional;

/**
 * Consumes credits several times over, without waiting for Stigg to count them. Immutable.
 * {@link io.stigg.sdk.Stigg#consumeCreditsAsync} takes any number and sends as many of these as it needs.
 *
 * @param consumptions what is consumed, 1 to {@value #MOST}
 */
public record ConsumeCreditsAsync(List<ConsumeCredits> consumptions) implements CreditRequest<Optional<String>> {
    /** How many consumptions Stigg takes at once. */
    public static final int MOST = 1_000;

    /**
     * Copies what is consumed.
     *
     * @throws IllegalArgumentException if there is nothing or too much
     */
    public ConsumeCreditsAsync {
        consumptions = Arguments.upTo(MOST, consumptions, "consumptions");
    }
}
