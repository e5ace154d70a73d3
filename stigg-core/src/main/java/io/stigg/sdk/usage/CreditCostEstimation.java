package io.stigg.sdk.usage;

import java.util.List;

/**
 * What something would cost in credits. Immutable.
 *
 * @param estimates the costs, one for each currency
 * @param warnings why they may be of less use than they look
 */
public record CreditCostEstimation(List<CurrencyEstimate> estimates, List<EstimationWarning> warnings) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditCostEstimation {
        estimates = List.copyOf(estimates);
        warnings = List.copyOf(warnings);
    }
}
