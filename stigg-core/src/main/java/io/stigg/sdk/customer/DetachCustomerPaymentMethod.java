package io.stigg.sdk.customer;

import io.stigg.sdk.argument.Arguments;

/**
 * Takes away what a customer pays with. Immutable.
 *
 * @param customerId the customer's id
 */
public record DetachCustomerPaymentMethod(String customerId) implements CustomerRequest<Customer> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public DetachCustomerPaymentMethod {
        Arguments.text(customerId, "customerId");
    }
}
