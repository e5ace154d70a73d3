package io.stigg.sdk.credit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Page;
import io.stigg.sdk.PagedRequest;
import io.stigg.sdk.Paging;
import io.stigg.sdk.argument.Arguments;
import io.stigg.sdk.wire.ApiName;
import java.util.List;
import java.util.Optional;

/**
 * Lists what happened to the credits of a customer. Immutable.
 *
 * @param customerId the customer's id
 * @param resourceId the resource's id, empty for what was granted to the customer itself and no resource
 * @param currencyId the currency's id, empty for all
 * @param eventTypes what kinds of events, empty for all
 * @param paging which page
 */
public record GetCreditLedger(
        String customerId,
        Optional<String> resourceId,
        Optional<String> currencyId,
        @ApiName("eventType") List<CreditLedgerEventType> eventTypes,
        Paging paging)
        implements CreditRequest<Page<CreditLedgerEvent>>, PagedRequest<GetCreditLedger> {
    /**
     * Checks the members and copies the collections.
     *
     * @throws IllegalArgumentException if one cannot be meant
     */
    public GetCreditLedger {
        Arguments.text(customerId, "customerId");
        Arguments.text(resourceId, "resourceId");
        Arguments.text(currencyId, "currencyId");
        eventTypes = List.copyOf(eventTypes);
        eventTypes.forEach(type -> Arguments.known(type, "eventTypes"));
        requireNonNull(paging, "paging");
    }

    /**
     * Asks for the first of all that happened to the credits of a customer itself.
     *
     * @param customerId the customer's id
     * @return the request
     * @throws IllegalArgumentException if the id is blank
     */
    public static GetCreditLedger of(String customerId) {
        return new GetCreditLedger(customerId, Optional.empty(), Optional.empty(), List.of(), Paging.first(25));
    }

    /**
     * Asks for what happened to the credits of a resource of the customer.
     *
     * @param id the resource's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public GetCreditLedger ofResource(String id) {
        return new GetCreditLedger(customerId, Optional.of(id), currencyId, eventTypes, paging);
    }

    /**
     * Asks for what happened to the credits of one currency.
     *
     * @param id the currency's id
     * @return the changed request
     * @throws IllegalArgumentException if the id is blank
     */
    public GetCreditLedger ofCurrency(String id) {
        return new GetCreditLedger(customerId, resourceId, Optional.of(id), eventTypes, paging);
    }

    /**
     * Asks for some kinds of events.
     *
     * @param types the kinds
     * @return the changed request
     * @throws IllegalArgumentException if one is {@link CreditLedgerEventType#UNKNOWN}
     */
    public GetCreditLedger ofTypes(CreditLedgerEventType... types) {
        return new GetCreditLedger(customerId, resourceId, currencyId, List.of(types), paging);
    }

    @Override
    public GetCreditLedger at(Paging otherPage) {
        return new GetCreditLedger(customerId, resourceId, currencyId, eventTypes, otherPage);
    }
}
