package io.stigg.sdk.subscription;

import io.stigg.sdk.Page;
import io.stigg.sdk.bulk.BulkImport;
import io.stigg.sdk.bulk.BulkResult;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Managing subscriptions. Thread-safe.
 *
 * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
 * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; what was asked for may have been done then.
 *
 * <p>Threads: each method blocks for as long as the transport's time budget allows.
 */
public interface Subscriptions {
    /**
     * Sends any request of this kind.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws IllegalStateException if the client is closed
     */
    <R> R send(SubscriptionRequest<R> request);

    /**
     * Subscribes a customer to a plan and remembers the entitlements that follow from it, so that the next check sees
     * them.
     *
     * @param request the customer, the plan and the terms
     * @return the outcome: the subscription, or where the customer has to pay first
     */
    default ProvisionedSubscription provision(ProvisionSubscription request) {
        return send(request);
    }

    /**
     * Subscribes a customer to a plan without a checkout, and remembers the entitlements that follow from it.
     *
     * @param request the customer, the plan and the terms
     * @return the subscription
     */
    default AppliedSubscription apply(ApplySubscription request) {
        return send(request);
    }

    /**
     * Subscribes a customer to a plan without a checkout.
     *
     * @param request the customer, the plan and the terms
     * @return the subscription
     * @deprecated {@link #provision} does the same, and leads to a checkout where it has to
     */
    @Deprecated
    default Subscription create(CreateSubscription request) {
        return send(request);
    }

    /**
     * Changes a subscription in its place: its quantities, its add-ons and so on, all but its plan.
     *
     * @param request the subscription, and what changes
     * @return the subscription as it is then
     */
    default Subscription update(UpdateSubscription request) {
        return send(request);
    }

    /**
     * Reads all about a subscription.
     *
     * @param subscriptionId its id
     * @return the subscription
     * @throws IllegalArgumentException if the id is blank
     */
    default SubscriptionDetails get(String subscriptionId) {
        return send(new GetSubscription(subscriptionId));
    }

    /**
     * Lists subscriptions, of whichever customers.
     *
     * @param request which of them
     * @return a page of them
     */
    default Page<SubscriptionSummary> list(GetSubscriptions request) {
        return send(request);
    }

    /**
     * Goes through subscriptions, of whichever customers, a page at a time.
     *
     * @param filter which of them
     * @return the subscriptions; see {@link Page#all} for when pages are fetched
     */
    default Stream<SubscriptionSummary> all(SubscriptionFilter filter) {
        return Page.all(GetSubscriptions.matching(filter), this::send);
    }

    /**
     * Reads all about subscriptions that give access now.
     *
     * @param request whose
     * @return the subscriptions
     */
    default List<SubscriptionDetails> active(GetActiveSubscriptions request) {
        return send(request);
    }

    /**
     * Lists the subscriptions of a customer itself that give access now. Stigg's edge answers it, if the client has one;
     * it may lag behind a write for a moment.
     *
     * @param customerId the customer's id
     * @return the subscriptions that are for no resource
     * @throws IllegalArgumentException if the id is blank
     */
    default List<ActiveSubscription> listActive(String customerId) {
        return send(GetActiveSubscriptionsList.of(customerId));
    }

    /**
     * Lists the subscriptions of a resource that give access now. Stigg's edge answers it, if the client has one; it may
     * lag behind a write for a moment.
     *
     * @param customerId the customer's id
     * @param resourceId the resource's id
     * @return the subscriptions
     * @throws IllegalArgumentException if an id is blank
     */
    default List<ActiveSubscription> listActive(String customerId, String resourceId) {
        return send(GetActiveSubscriptionsList.of(customerId).forResource(resourceId));
    }

    /**
     * Lists the subscriptions of several resources that give access now. Stigg's edge answers it, if the client has one;
     * it may lag behind a write for a moment.
     *
     * @param customerId the customer's id
     * @param resourceIds the resources' ids
     * @return the subscriptions
     * @throws IllegalArgumentException if an id is blank, or there is no resource
     */
    default List<ActiveSubscription> listActive(String customerId, Collection<String> resourceIds) {
        return send(GetActiveSubscriptionsList.of(customerId).forResources(resourceIds));
    }

    /**
     * Cancels a subscription.
     *
     * @param request which, when and how
     * @return the subscription, which goes on until its end if that lies ahead
     */
    default Subscription cancel(CancelSubscription request) {
        return send(request);
    }

    /**
     * Cancels the changes of a subscription that are scheduled.
     *
     * @param subscriptionId the subscription's id
     * @throws IllegalArgumentException if the id is blank
     */
    default void cancelScheduledUpdates(String subscriptionId) {
        send(CancelSubscriptionUpdates.scheduled(subscriptionId));
    }

    /**
     * Cancels the changes of a subscription that wait for a payment.
     *
     * @param subscriptionId the subscription's id
     * @throws IllegalArgumentException if the id is blank
     */
    default void cancelPendingPaymentUpdates(String subscriptionId) {
        send(CancelSubscriptionUpdates.pendingPayment(subscriptionId));
    }

    /**
     * Takes a subscription over to the latest versions of its plan and add-ons.
     *
     * @param request which, and when
     * @return which
     */
    default MigratedSubscription migrateToLatest(MigrateSubscriptionToLatest request) {
        return send(request);
    }

    /**
     * Transfers the subscription of one resource to another.
     *
     * @param request from where to where
     * @return the subscription
     * @deprecated use {@link #transfer(TransferSubscriptionToResource)}
     */
    @Deprecated
    default Subscription transfer(TransferSubscription request) {
        return send(request);
    }

    /**
     * Transfers a subscription to another resource of the same customer.
     *
     * @param request which, and to where
     * @return the subscription
     */
    default Subscription transfer(TransferSubscriptionToResource request) {
        return send(request);
    }

    /**
     * Makes another customer pay for a subscription.
     *
     * @param request which, and who
     * @return the subscription
     */
    default Subscription delegate(DelegateSubscriptionToCustomer request) {
        return send(request);
    }

    /**
     * Works out the next invoice of a subscription. Changes nothing.
     *
     * @param subscriptionId its id
     * @return the invoice as it stands
     * @throws IllegalArgumentException if the id is blank
     */
    default InvoicePreview previewNextInvoice(String subscriptionId) {
        return send(new PreviewNextInvoice(subscriptionId));
    }

    /**
     * Works out what a subscription would cost, as {@link #preview} does, and tells less. Changes nothing.
     *
     * @param request the customer and the plan
     * @return what it would cost
     */
    default SubscriptionPreview estimate(EstimateSubscription request) {
        return send(request);
    }

    /**
     * Works out what a change of a subscription would cost. Changes nothing.
     *
     * @param request the change
     * @return what it would cost
     */
    default SubscriptionPreview estimateUpdate(EstimateSubscriptionUpdate request) {
        return send(request);
    }

    /**
     * Works out what a subscription would cost, at once and in each period. Changes nothing.
     *
     * @param request the customer and the plan
     * @return what it would cost
     */
    default SubscriptionPreviewV2 preview(PreviewSubscription request) {
        return send(request);
    }

    /**
     * Takes over any number of subscriptions that exist elsewhere, 100 at a time. See
     * {@link #importBulk(Collection, BulkImport)}.
     *
     * @param subscriptions the subscriptions
     * @return how many Stigg took, and which failed
     */
    default BulkResult<ImportSubscription> importBulk(Collection<ImportSubscription> subscriptions) {
        return importBulk(subscriptions, BulkImport.defaults());
    }

    /**
     * Takes over any number of subscriptions that exist elsewhere, of customers that are there already. Stigg takes them in
     * after it has answered, so one of them may not be there yet when it is asked for. In which order they are taken in is
     * not known: give each once.
     *
     * <p>Errors: never thrown. They are handed back with the subscriptions that failed.
     *
     * @param subscriptions the subscriptions
     * @param options how many are sent together and at a time, and who is told how far it has come
     * @return how many Stigg took, and which failed
     */
    default BulkResult<ImportSubscription> importBulk(
            Collection<ImportSubscription> subscriptions, BulkImport options) {
        return options.run(subscriptions, chunk -> send(new ImportSubscriptionsBulk(chunk, options.integrationId())));
    }
}
