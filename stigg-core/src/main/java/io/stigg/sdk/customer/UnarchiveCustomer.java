package io.stigg.sdk.customer;

import io.stigg.sdk.argument.Arguments;

/**
 * Brings an archived customer back, without its name and e-mail address, which are gone. Immutable.
 *
 * @param customerId the customer's id
 */
public record UnarchiveCustomer(String customerId) implements CustomerRequest<Customer> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public UnarchiveCustomer {
        Arguments.text(customerId, "customerId");
    }
}
