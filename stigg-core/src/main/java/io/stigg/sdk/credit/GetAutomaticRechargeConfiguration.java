package io.stigg.sdk.credit;

import io.stigg.sdk.argument.Arguments;

/**
 * Reads how credits are bought by themselves. Immutable.
 *
 * @param customerId the customer's id
 * @param currencyId the currency's id
 */
public record GetAutomaticRechargeConfiguration(String customerId, String currencyId)
        implements CreditRequest<AutomaticRechargeConfiguration> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetAutomaticRechargeConfiguration {
        Arguments.text(customerId, "customerId");
        Arguments.text(currencyId, "currencyId");
    }
}
