package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How many credits a customer has left. Immutable.
 *
 * @param customerId the customer's id
 * @param balances the balances, one for each currency
 */
public record CreditBalanceSummary(String customerId, List<CreditBalance> balances) {
    /**
     * Checks the members and copies the collections.
     *
     * @throws NullPointerException if a member is null
     */
    public CreditBalanceSummary {
        requireNonNull(customerId, "customerId");
        balances = List.copyOf(balances);
    }
}
