package io.stigg.sdk.customer;

import io.stigg.sdk.argument.Arguments;

/**
 * Archives a customer: its name and e-mail address are erased, its subscriptions are cancelled, it is not told of any
 * more, and no other customer can have its id. Immutable.
 *
 * @param customerId the customer's id
 */
public record ArchiveCustomer(String customerId) implements CustomerRequest<Customer> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ArchiveCustomer {
        Arguments.text(customerId, "customerId");
    }
}
