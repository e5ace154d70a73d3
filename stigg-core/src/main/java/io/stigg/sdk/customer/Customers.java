package io.stigg.sdk.customer;

import io.stigg.sdk.bulk.BulkImport;
import io.stigg.sdk.bulk.BulkResult;
import java.util.Collection;

/**
 * Managing customers. Thread-safe.
 *
 * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
 * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; what was asked for may have been done then.
 *
 * <p>Threads: each method blocks for as long as the transport's time budget allows.
 */
public interface Customers {
    /**
     * Sends any request of this kind.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws IllegalStateException if the client is closed
     */
    <R> R send(CustomerRequest<R> request);

    /**
     * Makes or updates a customer, with a first subscription if the request has one, and remembers the entitlements that
     * follow, so that the next check sees them. A request without a subscription makes none, whatever the product's
     * journey says.
     *
     * @param request the customer
     * @return what was made
     */
    default ProvisionedCustomer provision(ProvisionCustomer request) {
        return send(request);
    }

    /**
     * Makes or updates a customer without a subscription.
     *
     * @param request the customer, without a subscription
     * @return the customer
     * @throws IllegalArgumentException if the request has a subscription
     * @deprecated {@link #provision(ProvisionCustomer)} does the same, and can subscribe the customer in the same call
     */
    @Deprecated
    default Customer create(ProvisionCustomer request) {
        if (request.subscription().isPresent()) {
            throw new IllegalArgumentException("the request must not have a subscription: provision does that");
        }
        return provision(request).customer();
    }

    /**
     * Changes a customer. What the request leaves out stays as it is, save for billing information, of which Stigg keeps
     * nothing: pass all of it.
     *
     * @param request the change
     * @return the customer as it is now
     */
    default Customer update(UpdateCustomer request) {
        return send(request);
    }

    /**
     * Reads all about a customer. One that does not exist, or was archived, is refused with
     * {@link io.stigg.sdk.error.ErrorCode#CUSTOMER_NOT_FOUND}.
     *
     * @param customerId its id
     * @return the customer
     * @throws IllegalArgumentException if the id is blank
     */
    default CustomerDetails get(String customerId) {
        return send(new GetCustomerById(customerId));
    }

    /**
     * Counts the subscriptions of a customer. One that does not exist, or was archived, is refused with
     * {@link io.stigg.sdk.error.ErrorCode#CUSTOMER_NOT_FOUND}.
     *
     * @param customerId its id
     * @return the counts
     * @throws IllegalArgumentException if the id is blank
     */
    default CustomerStatistics getStatistics(String customerId) {
        return send(new GetCustomerStatistics(customerId));
    }

    /**
     * Archives a customer: its name and e-mail address are erased, its subscriptions are cancelled, it is not told of any
     * more, and no other customer can have its id.
     *
     * @param customerId its id
     * @return what is left of it
     * @throws IllegalArgumentException if the id is blank
     */
    default Customer archive(String customerId) {
        return send(new ArchiveCustomer(customerId));
    }

    /**
     * Brings an archived customer back, without its name and e-mail address, which are gone.
     *
     * @param customerId its id
     * @return the customer
     * @throws IllegalArgumentException if the id is blank
     */
    default Customer unarchive(String customerId) {
        return send(new UnarchiveCustomer(customerId));
    }

    /**
     * Takes away what a customer pays with.
     *
     * @param customerId its id
     * @return the customer
     * @throws IllegalArgumentException if the id is blank
     */
    default Customer detachPaymentMethod(String customerId) {
        return send(new DetachCustomerPaymentMethod(customerId));
    }

    /**
     * Takes over a customer that exists elsewhere, or updates the one of that id.
     *
     * @param customer the customer
     * @return what was made of it
     */
    default Customer importOne(ImportCustomer customer) {
        return send(customer);
    }

    /**
     * Takes over any number of customers that exist elsewhere, 100 at a time. See
     * {@link #importBulk(Collection, BulkImport)}.
     *
     * @param customers the customers
     * @return how many Stigg took, and which failed
     */
    default BulkResult<ImportCustomer> importBulk(Collection<ImportCustomer> customers) {
        return importBulk(customers, BulkImport.defaults());
    }

    /**
     * Takes over any number of customers that exist elsewhere, or updates those of the same ids. Stigg takes them in after
     * it has answered, so one of them may not be there yet when it is asked for. In which order they are taken in is not
     * known: give each once.
     *
     * <p>Errors: never thrown. They are handed back with the customers that failed.
     *
     * @param customers the customers
     * @param options how many are sent together and at a time, and who is told how far it has come
     * @return how many Stigg took, and which failed
     */
    default BulkResult<ImportCustomer> importBulk(Collection<ImportCustomer> customers, BulkImport options) {
        return options.run(customers, chunk -> send(new ImportCustomerBulk(chunk, options.integrationId())));
    }
}
