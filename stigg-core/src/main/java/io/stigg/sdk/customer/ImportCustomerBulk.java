package io.stigg.sdk.customer;

import io.stigg.sdk.argument.Arguments;
import java.util.List;
import java.util.Optional;

/**
 * Takes over customers that exist elsewhere, in one request. Stigg takes them in after it has answered, so one of
 * them may not be there yet when it is asked for. Immutable.
 *
 * <p>For any number of customers see {@link Customers#importBulk(java.util.Collection)}.
 *
 * @param customers the customers, at least one
 * @param integrationId the integration with the billing system that they belong to; needed where an environment has
 *     several
 */
public record ImportCustomerBulk(List<ImportCustomer> customers, Optional<String> integrationId)
        implements CustomerRequest<Optional<String>> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public ImportCustomerBulk {
        customers = List.copyOf(customers);
        if (customers.isEmpty()) {
            throw new IllegalArgumentException("customers must not be empty");
        }
        Arguments.text(integrationId, "integrationId");
    }
}
