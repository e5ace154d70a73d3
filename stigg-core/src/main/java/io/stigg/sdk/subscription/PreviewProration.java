package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What is charged and given back because something changes within a billing period. Immutable.
 *
 * @param credit what is given back for what was paid and not used
 * @param debit what is charged for what is left of the period
 * @param netAmount the one and the other
 * @param prorationDate from when it is counted
 * @param hasProrations whether there is anything of the kind, empty where Stigg does not say
 */
public record PreviewProration(
        Money credit, Money debit, Money netAmount, Instant prorationDate, Optional<Boolean> hasProrations) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PreviewProration {
        requireNonNull(credit, "credit");
        requireNonNull(debit, "debit");
        requireNonNull(netAmount, "netAmount");
        requireNonNull(prorationDate, "prorationDate");
        requireNonNull(hasProrations, "hasProrations");
    }
}
