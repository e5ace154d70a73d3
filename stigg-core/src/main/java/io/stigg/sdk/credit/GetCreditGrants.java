package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Page;
import io.stigg.sdk.PagedRequest;
import io.stigg.sdk.Paging;
import io.stigg.sdk.argument.Arguments;
import java.util.Optional;

/**
 * Lists the credits that were granted to a customer. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for what was granted to the customer itself and no resource
 * @param currencyId the currency's id, empty for all
 * @param paging which page
 */
public record GetCreditGrants(
        String customerId, Optional<String> resourceId, Optional<String> currencyId, Paging paging)
        implements CreditRequest<Page<CreditGrant>>, PagedRequest<GetCreditGrants> {
    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCreditGrants {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(currencyId, "currencyId");
        requireNonNull(paging, "paging");
    }

    /**
     * Asks for the first of all that were granted to a customer itself.
     *
     * @param customerId the customer's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static GetCreditGrants of(String customerId) {
        return new GetCreditGrants(customerId, Optional.empty(), Optional.empty(), Paging.first(25));
    }

    /**
     * Asks for those of a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public GetCreditGrants ofResource(String id) {
        return new GetCreditGrants(customerId, Optional.of(id), currencyId, paging);
    }

    /**
     * Asks for those of one currency.
     *
     * @param id the currency's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public GetCreditGrants ofCurrency(String id) {
        return new GetCreditGrants(customerId, resourceId, Optional.of(id), paging);
    }

    @Override
    public GetCreditGrants at(Paging otherPage) {
        return new GetCreditGrants(customerId, resourceId, currencyId, otherPage);
    }
}
