package io.stigg.sdk.credit;

import io.stigg.sdk.Page;
import java.util.stream.Stream;

/**
 * Credits of customers: balances, grants, the ledger. Thread-safe.
 *
 * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
 * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; what was asked for may have been done then.
 *
 * <p>Threads: each method blocks for as long as the transport's time budget allows.
 */
public interface Credits {
    /**
     * Sends any request of this kind.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws IllegalStateException if the client is closed
     */
    <R> R send(CreditRequest<R> request);

    /**
     * Reads how many credits a customer has left.
     *
     * @param request the customer and the currency
     * @return the balances
     * @deprecated Ask {@link io.stigg.sdk.Stigg#getCreditEntitlement}, which answers from the cache.
     */
    @Deprecated
    default CreditBalanceSummary balance(GetCreditBalance request) {
        return send(request);
    }

    /**
     * Lists some of the credits that were granted to a customer.
     *
     * @param request which of them
     * @return a page of them
     */
    default Page<CreditGrant> grants(GetCreditGrants request) {
        return send(request);
    }

    /**
     * Goes through the credits that were granted to a customer, from a page on.
     *
     * @param request the first page
     * @return the grants; see {@link Page#all} for when pages are fetched
     */
    default Stream<CreditGrant> allGrants(GetCreditGrants request) {
        return Page.all(request, this::send);
    }

    /**
     * Lists some of what happened to the credits of a customer.
     *
     * @param request which of it
     * @return a page of it
     */
    default Page<CreditLedgerEvent> ledger(GetCreditLedger request) {
        return send(request);
    }

    /**
     * Goes through what happened to the credits of a customer, from a page on.
     *
     * @param request the first page
     * @return the events; see {@link Page#all} for when pages are fetched
     */
    default Stream<CreditLedgerEvent> wholeLedger(GetCreditLedger request) {
        return Page.all(request, this::send);
    }

    /**
     * Reads what a customer consumed of its credits.
     *
     * @param request whose and when
     * @return what was consumed, feature by feature
     */
    default CreditUsage usage(GetCreditUsage request) {
        return send(request);
    }

    /**
     * Grants credits to a customer.
     *
     * @param request the customer and the credits
     * @return what was granted
     */
    default CreditGrant grant(GrantCredits request) {
        return send(request);
    }

    /**
     * Takes back what is left of granted credits.
     *
     * @param request the grant
     * @return the grant as it stands then
     */
    default CreditGrant voidGrant(VoidCreditGrant request) {
        return send(request);
    }

    /**
     * Reads how credits are bought by themselves when few are left.
     *
     * @param request the customer and the currency
     * @return how they are
     */
    default AutomaticRechargeConfiguration automaticRecharge(GetAutomaticRechargeConfiguration request) {
        return send(request);
    }

    /**
     * Sets how credits are bought by themselves when few are left.
     *
     * @param request how they shall be
     * @return how they are then
     */
    default AutomaticRechargeConfiguration saveAutomaticRecharge(SaveAutomaticRechargeConfiguration request) {
        return send(request);
    }
}
