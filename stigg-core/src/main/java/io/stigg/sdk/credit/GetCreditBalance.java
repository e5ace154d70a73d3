package io.stigg.sdk.credit;

import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * Reads how many credits a customer has left. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for the customer itself
 * @param currencyId the currency's id, empty for all
 */
public record GetCreditBalance(String customerId, Optional<String> resourceId, Optional<String> currencyId)
        implements CreditRequest<CreditBalanceSummary> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCreditBalance {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(currencyId, "currencyId");
    }
}
