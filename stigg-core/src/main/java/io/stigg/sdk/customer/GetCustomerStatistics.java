package io.stigg.sdk.customer;

import io.stigg.sdk.argument.Arguments;

/**
 * Counts the subscriptions of a customer. Immutable.
 *
 * @param customerId the customer's id
 */
public record GetCustomerStatistics(String customerId) implements CustomerRequest<CustomerStatistics> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCustomerStatistics {
        Arguments.text(customerId, "customerId");
    }
}
