package io.stigg.sdk.usage;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What something would cost in one currency. Immutable.
 *
 * @param currencyId the currency's id
 * @param estimatedCost how many credits
 * @param currentBalance what is left now
 * @param balanceAfterEstimate what would be left
 * @param wouldOverdraft whether that is more than there is
 * @param breakdown what each feature adds
 */
public record CurrencyEstimate(
        String currencyId,
        double estimatedCost,
        double currentBalance,
        double balanceAfterEstimate,
        boolean wouldOverdraft,
        List<CostBreakdown> breakdown) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CurrencyEstimate {
        requireNonNull(currencyId, "currencyId");
        breakdown = List.copyOf(breakdown);
    }
}
