package io.stigg.sdk;

import io.stigg.sdk.catalog.Catalog;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.credit.CreditConsumption;
import io.stigg.sdk.credit.Credits;
import io.stigg.sdk.customer.Customers;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.EntitlementArchive;
import io.stigg.sdk.promotion.Promotions;
import io.stigg.sdk.subscription.Subscriptions;
import io.stigg.sdk.usage.Metering;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import io.stigg.sdk.usage.UsageAck;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A client of Stigg that answers "may this customer use this feature, and how much of it is left?" from a cache in this
 * process.
 *
 * <p>Checks, the {@code getXxxEntitlement} methods, never throw for what the network did. They answer with what Stigg
 * says; if it cannot be asked, with the last that it said while that is young enough; else with the call's fallback, the
 * configured one, or denial. {@link Entitlement#basis()} tells which. Everything else throws a
 * {@link io.stigg.sdk.error.StiggException}, because only the caller can decide about a lost write.
 *
 * <p>Make one client a process, keep it, and close it at the end. Any number of clients live side by side. Thread-safe.
 */
public interface Stigg extends AutoCloseable {
    /**
     * Starts the configuration of a client.
     *
     * @return a builder with the defaults
     */
    static StiggBuilder builder() {
        return new StiggBuilder();
    }

    /**
     * Makes a client with the default configuration on a set of adapters.
     *
     * @param adapters the adapters, which the client closes when it is closed
     * @return the client
     */
    static Stigg on(AdapterSet adapters) {
        return builder().adapters(adapters).build();
    }

    /**
     * Checks whether a feature is on.
     *
     * <p>Threads: answers at once from the cache; when Stigg has to be asked, blocks for at most the check timeout.
     *
     * @param query the customer and the feature
     * @return the answer
     */
    BooleanEntitlement getBooleanEntitlement(BooleanQuery query);

    /**
     * Checks whether a feature is on, at the level of the customer and without a fallback of the call's own.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return the answer
     * @throws IllegalArgumentException if an id is blank
     */
    default BooleanEntitlement getBooleanEntitlement(String customerId, String featureId) {
        return getBooleanEntitlement(BooleanQuery.of(customerId, featureId));
    }

    /**
     * Reads a numeric configuration. Blocks as {@link #getBooleanEntitlement(BooleanQuery)} does.
     *
     * @param query the customer and the feature
     * @return the answer
     */
    NumericEntitlement getNumericEntitlement(NumericQuery query);

    /**
     * Checks usage against its limit. Blocks as {@link #getBooleanEntitlement(BooleanQuery)} does.
     *
     * @param query the customer, the feature, and how much more is wanted
     * @return the answer
     */
    MeteredEntitlement getMeteredEntitlement(MeteredQuery query);

    /**
     * Reads the allowed values of a feature. Blocks as {@link #getBooleanEntitlement(BooleanQuery)} does.
     *
     * @param query the customer, the feature, and the values that must be allowed
     * @return the answer
     */
    EnumEntitlement getEnumEntitlement(EnumQuery query);

    /**
     * Checks a wallet of credits. Blocks as {@link #getBooleanEntitlement(BooleanQuery)} does.
     *
     * @param query the customer, the currency, and how many more credits are wanted
     * @return the answer
     */
    CreditEntitlement getCreditEntitlement(CreditQuery query);

    /**
     * Checks a feature of whatever type with a {@link io.stigg.sdk.entitlement.FeatureQuery}, or credits with a
     * {@link CreditQuery}; every other query is answered as its own method does. Blocks as
     * {@link #getBooleanEntitlement(BooleanQuery)} does.
     *
     * @param query the question
     * @return the answer, of the kind that the feature has; {@code switch} over it
     */
    Entitlement getEntitlement(EntitlementQuery query);

    /**
     * Lists all entitlements, evaluated with nothing requested. Blocks as {@link #getBooleanEntitlement(BooleanQuery)}
     * does.
     *
     * @param scope the customer, or a resource of it
     * @return the answers in Stigg's order; the configured fallbacks if Stigg cannot be asked
     */
    default List<Entitlement> getEntitlements(CustomerScope scope) {
        return getEntitlementsState(scope).entitlements();
    }

    /**
     * Lists all entitlements and tells why there are none. Blocks as {@link #getBooleanEntitlement(BooleanQuery)} does.
     *
     * @param scope the customer, or a resource of it
     * @return the answers and the reason; the configured fallbacks if Stigg cannot be asked
     */
    EntitlementsState getEntitlementsState(CustomerScope scope);

    /**
     * Asks Stigg for the latest entitlements, past every cache, and remembers them. For the moment after something
     * outside this client changed them. Blocks for as long as the transport's time budget allows.
     *
     * <p>Unlike a check, this throws when Stigg cannot be asked: who reloads wants to know.
     *
     * @param scope the customer, or a resource of it
     * @return the entitlements and the reason why there are none
     * @throws io.stigg.sdk.error.StiggException if Stigg cannot be asked
     * @throws IllegalStateException if the client is closed
     */
    EntitlementsState reloadEntitlements(CustomerScope scope);

    /**
     * Reports usage of a metered feature and waits until Stigg has accepted it. The next check of this client counts it.
     *
     * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
     * {@link io.stigg.sdk.error.StiggTransportException} if no answer came. The same report may be sent again after
     * either; its idempotency key makes sure that it counts once.
     *
     * @param report the usage
     * @return Stigg's acknowledgement
     * @throws IllegalStateException if the client is closed
     */
    UsageAck reportUsage(ReportUsage report);

    /**
     * Reports usage of metered features, any number of reports, and waits until Stigg has accepted them. They are sent in
     * chunks of {@value ReportUsageBulk#MOST}, two at a time. If Stigg refuses a chunk, it is sent in ever smaller parts until
     * it is known which reports it will not have; the others are accepted. The next check of this client counts them.
     *
     * @param reports the usage
     * @return Stigg's acknowledgements, in the order of the reports
     * @throws io.stigg.sdk.error.StiggBulkException if not all reports were accepted: it tells which and why. All may be sent
     *     again; each counts once
     * @throws IllegalStateException if the client is closed
     */
    List<UsageAck> reportUsageBulk(Collection<ReportUsage> reports);

    /**
     * Reports an event and waits until Stigg has accepted it; it is counted some seconds later. On the path of requests,
     * {@link Metering#publisher()} is what you want instead.
     *
     * @param event the event; without a time it happens now
     * @throws io.stigg.sdk.error.StiggBulkException if it was not accepted: its reason tells why, and it hands the event back
     *     with its time, to be sent again and count once
     * @throws IllegalStateException if the client is closed
     */
    default void reportEvent(UsageEvent event) {
        reportEvent(List.of(event));
    }

    /**
     * Reports events, any number, and waits until Stigg has accepted them; they are counted some seconds later. They are sent
     * in chunks of at most {@value ReportEvent#MOST} and 4 MB, two at a time. If Stigg refuses a chunk, it is sent in ever
     * smaller parts until it is known which events it will not have; the others are accepted.
     *
     * @param events the events; those without a time happen now
     * @throws io.stigg.sdk.error.StiggBulkException if not all events were accepted: it tells which and why, and hands them
     *     back with their times, to be sent again and count once
     * @throws IllegalStateException if the client is closed
     */
    void reportEvent(Collection<UsageEvent> events);

    /**
     * Consumes credits and waits until Stigg has counted it. The next check of this client sees the balance that Stigg takes
     * to be left.
     *
     * <p>Errors: as with {@link #reportUsage}. More credits than there are may be consumed.
     *
     * @param consumption what is consumed
     * @return Stigg's acknowledgement
     * @throws IllegalStateException if the client is closed
     */
    CreditConsumption consumeCredits(ConsumeCredits consumption);

    /**
     * Consumes credits, any number of times, and waits until Stigg has accepted that; it counts it later. Sent in chunks of
     * {@value ConsumeCreditsAsync#MOST}, two at a time.
     *
     * @param consumptions what is consumed
     * @throws io.stigg.sdk.error.StiggBulkException if not everything was accepted: it tells what and why. All may be sent
     *     again; each counts once
     * @throws IllegalStateException if the client is closed
     */
    void consumeCreditsAsync(Collection<ConsumeCredits> consumptions);

    /**
     * Manages customers.
     *
     * @return a view of this client
     */
    Customers customers();

    /**
     * Manages subscriptions.
     *
     * @return a view of this client
     */
    Subscriptions subscriptions();

    /**
     * Reads what is sold.
     *
     * @return a view of this client
     */
    Catalog catalog();

    /**
     * Reads what a pricing page shows: plans with their prices, and where a customer is named, what it has. Blocks for as
     * long as the transport's time budget allows.
     *
     * <p>What anybody sees may come from Stigg's edge, which may lag behind a change for a moment.
     *
     * @param request of which product, and for whom
     * @return the pricing page
     * @throws io.stigg.sdk.error.StiggException if Stigg refuses, or cannot be asked
     * @throws IllegalStateException if the client is closed
     */
    Paywall getPaywall(GetPaywall request);

    /**
     * Grants features beside subscriptions.
     *
     * @return a view of this client
     */
    Promotions promotions();

    /**
     * Manages credits.
     *
     * @return a view of this client
     */
    Credits credits();

    /**
     * Publishes events, and reads usage and what it would cost.
     *
     * @return a view of this client
     */
    Metering usage();

    /**
     * Answers without blocking.
     *
     * @return a view of this client, sharing its cache
     */
    AsyncStigg async();

    /**
     * Sends any request without blocking, with the same effects on the cache as the method of its name.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer to come, failed with a {@link io.stigg.sdk.error.StiggException}, or with an
     *     {@link IllegalStateException} if the client is closed
     */
    <R> CompletableFuture<R> sendAsync(StiggRequest<R> request);

    /**
     * Returns the overrides in force.
     *
     * @return the overrides
     */
    Overrides overrides();

    /**
     * Puts other overrides in force, from the next check on.
     *
     * @param overrides the overrides, {@link Overrides#none()} to end them
     */
    void setOverrides(Overrides overrides);

    /**
     * Keeps what this client knows of the entitlements of its customers, in place of what the archive holds, for a client that
     * is made {@linkplain StiggBuilder#bootstrapFrom from it} and for use offline. It knows what its process holds and could
     * still answer from if Stigg went away now: with a remote cache, what the near cache in front of it holds. Customers
     * whom it does not hold are not asked for. Takes milliseconds for thousands of customers; call it as often as you would
     * like the archive to be young.
     *
     * @param archive where to keep it, such as {@code EntitlementFile} of {@code stigg-offline}
     * @throws io.stigg.sdk.error.StiggArchiveException if it could not be kept
     * @throws IllegalStateException if the client is closed
     */
    void exportEntitlements(EntitlementArchive archive);

    /**
     * Tells how the client is doing.
     *
     * @return the status
     */
    StiggStatus status();

    /**
     * Waits until Stigg has accepted the key. A client need not be ready to be used.
     *
     * @param timeout how long to wait
     * @return true if the client is ready; false if time ran out, the key was refused, or the client is closed
     * @throws IllegalArgumentException if the timeout is negative
     */
    boolean awaitReady(Duration timeout);

    /**
     * Adds a listener.
     *
     * @param listener is told from now on
     * @return removes the listener, also from inside it
     */
    Registration addListener(StiggListener listener);

    /**
     * Ends the client within five seconds: every thread and connection that it made, none that it was lent. Before that, for
     * at most three of them, its publisher brings what it has accepted to Stigg, see
     * {@link io.stigg.sdk.usage.publisher.EventPublisher#close}. Closing again does nothing. Never throws.
     */
    @Override
    void close();
}
