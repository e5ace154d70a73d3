package io.stigg.sdk.subscription;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.billing.Money;

/**
 * The customer's credit with the billing system that an invoice uses up, in money. Immutable.
 *
 * @param initial what there was
 * @param used what the invoice uses
 * @param remaining what is left
 */
public record PreviewCredits(Money initial, Money used, Money remaining) {
    /**
     * Checks the members.
     *
     * @throws NullPointerException if a member is null
     */
    public PreviewCredits {
        requireNonNull(initial, "initial");
        requireNonNull(used, "used");
        requireNonNull(remaining, "remaining");
    }
}
