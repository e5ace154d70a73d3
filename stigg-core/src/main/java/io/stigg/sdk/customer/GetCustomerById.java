package io.stigg.sdk.customer;

import io.stigg.sdk.argument.Arguments;

/**
 * Reads all about a customer. Immutable.
 *
 * @param customerId its id
 */
public record GetCustomerById(String customerId) implements CustomerRequest<CustomerDetails> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCustomerById {
        Arguments.text(customerId, "customerId");
    }
}
