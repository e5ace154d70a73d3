package io.stigg.sdk.testkit.backend;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerStatistics;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One environment of the in-memory Stigg: its catalogue and its customers. Nothing happens in it by itself: what follows
 * from the passing of time is worked out when somebody asks. Thread-safe.
 */
public final class Environment {
    private final CatalogVersions versions;
    private final SdkClock clock;
    private final ChangeListener listener;
    private final Map<String, CustomerRecord> customers = new LinkedHashMap<>();
    private final Snapshots snapshots;
    private final News news;
    private final World world;
    private final CustomerOperations customerOperations;
    private final SubscriptionOperations subscriptionOperations;
    private final SubscriptionLists subscriptionLists;
    private final PromotionOperations promotionOperations;
    private final Publishing publishing;
    private final UsageReporting reporting;
    private final EventReporting events;
    private final Verdicts verdicts;
    private final Operations operations = new Operations()
            .serve(GetSdkConfiguration.class, (request, moment) -> new SdkConfiguration(false))
            .serve(GetEntitlementsState.class, this::state);

    /**
     * Makes an environment without customers.
     *
     * @param catalog what is sold
     * @param clock Stigg's time
     * @param listener passes on what changes
     */
    public Environment(Catalog catalog, SdkClock clock, ChangeListener listener) {
        versions = new CatalogVersions(catalog);
        this.clock = requireNonNull(clock, "clock");
        this.listener = requireNonNull(listener, "listener");
        // Of what is sold plans alone have versions; whoever goes by features and currencies may keep the first.
        snapshots = new Snapshots(catalog, customers);
        news = new News(catalog, snapshots, listener);
        world = new World(versions, customers, snapshots, news, new Provisioning(versions, customers));
        customerOperations = new CustomerOperations(world);
        customerOperations.serve(operations);
        subscriptionOperations = new SubscriptionOperations(world);
        subscriptionOperations.serve(operations);
        new Subscribing(world).serve(operations);
        new SubscriptionImports(world).serve(operations);
        new SubscriptionUpdates(world).serve(operations);
        subscriptionLists = new SubscriptionLists(world);
        subscriptionLists.serve(operations);
        new SubscriptionChanges(world).serve(operations);
        new SubscriptionMoves(world).serve(operations);
        new SubscriptionEstimates(world).serve(operations);
        new SubscriptionInvoices(world).serve(operations);
        new CatalogOperations(world).serve(operations);
        new Paywalls(world).serve(operations);
        promotionOperations = new PromotionOperations(world);
        promotionOperations.serve(operations);
        new CreditOperations(world).serve(operations);
        new CreditConsuming(world).serve(operations);
        Meters meters = new Meters(catalog);
        new UsageOperations(world, meters).serve(operations);
        reporting = new UsageReporting(world);
        reporting.serve(operations);
        events = new EventReporting(world, meters);
        events.serve(operations);
        publishing = new Publishing(versions, customers, news);
        verdicts = new Verdicts(catalog);
    }

    /**
     * Serves one request.
     *
     * @param request the request
     * @param fetchedAt the asking process's time, for the entitlements that it is given
     * @param <R> what Stigg answers
     * @return the answer
     * @throws io.stigg.sdk.error.StiggApiException if Stigg refuses
     */
    public <R> R answer(StiggRequest<R> request, Instant fetchedAt) {
        return changing(() -> operations.answer(request, new Moment(now(), fetchedAt)));
    }

    /** Listeners are called without the lock: they may ask for more, or wait for somebody who does. */
    private <T> T changing(Supplier<T> change) {
        try {
            synchronized (this) {
                return change.get();
            }
        } finally {
            listener.deliver();
        }
    }

    private void changing(Consumer<Instant> change) {
        changing(() -> {
            Instant now = now();
            change.accept(now);
            return now;
        });
    }

    Set<Class<?>> served() {
        return operations.served();
    }

    /** Stigg's times have milliseconds, and no more. What was to change until now has. */
    private Instant now() {
        Instant now = time();
        world.provisioning().settle(now);
        return now;
    }

    private EntitlementSnapshot state(GetEntitlementsState request, Moment moment) {
        return snapshots.of(request.scope(), moment);
    }

    /**
     * Judges one question as Stigg does.
     *
     * @param query the question
     * @return the verdict
     */
    public synchronized Verdict entitlement(EntitlementQuery query) {
        CustomerRecord customer = customers.get(query.scope().customerId());
        return verdicts.judge(
                query,
                customer == null
                        ? null
                        : new EntitlementCalculation(versions.current(), customer, query.scope(), now()));
    }

    /**
     * Grants a feature to a customer, beside its subscriptions.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @param until when it ends, null for never
     */
    public void promote(String customerId, Grant grant, @Nullable Instant until) {
        changing(now -> promotionOperations.promote(customerId, grant, Optional.ofNullable(until), now));
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     */
    public void revokePromotion(String customerId, String featureId) {
        changing(now -> promotionOperations.revoke(customerId, featureId, now));
    }

    /**
     * Sets usage, past every rule about who may report it.
     *
     * @param scope whose usage
     * @param featureId the feature's id
     * @param usage the usage of the current period
     */
    public void setUsage(CustomerScope scope, String featureId, double usage) {
        changing(now -> setUsage(scope, featureId, usage, now));
    }

    private void setUsage(CustomerScope scope, String featureId, double usage, Instant now) {
        Refusals refusals = new Refusals("SetUsage");
        CustomerRecord customer = world.existing(scope.customerId(), refusals);
        world.requireFeature(featureId, refusals);
        customer.usage(scope, EntitlementRef.feature(featureId)).add(now, usage, UpdateBehavior.SET, now);
        news.usage(customer, scope, featureId, now);
    }

    /**
     * Publishes a new version of a plan.
     *
     * @param version the version
     * @param migration whose subscriptions go over to it
     * @throws IllegalArgumentException if the version does not fit into the catalogue, or the migration is not known
     */
    public void publish(Plan version, PackagePublished.Migration migration) {
        changing(now -> publishing.publish(version, migration, now));
    }

    /**
     * Returns what is sold now.
     *
     * @return the catalogue
     */
    public synchronized Catalog catalog() {
        return versions.current();
    }

    /**
     * Finds a customer.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public synchronized Optional<Customer> customer(String customerId) {
        return world.customer(customerId).map(CustomerRecord::details);
    }

    /**
     * Finds a customer with all that is known of it.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public synchronized Optional<CustomerDetails> customerDetails(String customerId) {
        return world.customer(customerId).map(known -> customerOperations.details(known, now()));
    }

    /**
     * Counts the subscriptions of a customer.
     *
     * @param customerId the customer's id
     * @return the counts
     */
    public synchronized Optional<CustomerStatistics> customerStatistics(String customerId) {
        return world.customer(customerId).map(known -> customerOperations.statistics(known, now()));
    }

    /**
     * Finds a subscription with all that is known of it.
     *
     * @param subscriptionId the subscription's id
     * @return the subscription
     */
    public synchronized Optional<SubscriptionDetails> subscriptionDetails(String subscriptionId) {
        return subscriptionOperations.details(subscriptionId, now());
    }

    /**
     * Finds a subscription as lists of active ones tell it.
     *
     * @param subscriptionId the subscription's id
     * @return the subscription
     */
    public synchronized Optional<ActiveSubscription> activeSubscription(String subscriptionId) {
        return subscriptionLists.active(subscriptionId, now());
    }

    /**
     * Lists subscriptions, also those that have ended or start later.
     *
     * @param customerId the customer's id
     * @return the subscriptions in the order in which they were made
     */
    public synchronized List<Subscription> subscriptions(String customerId) {
        Instant now = now();
        return world.customer(customerId).stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .map(subscription -> subscription.at(now))
                .toList();
    }

    /**
     * Lists the reports of calculated usage that were accepted.
     *
     * @param customerId the customer's id
     * @return the reports in order, each once
     */
    public synchronized List<ReportUsage> measurements(String customerId) {
        return Optional.ofNullable(customers.get(customerId))
                .map(customer -> List.copyOf(customer.measurements()))
                .orElse(List.of());
    }

    /**
     * Lists the events that were accepted.
     *
     * @return the events in order, each once
     */
    public synchronized List<UsageEvent> events() {
        return events.events();
    }

    /**
     * Counts the events that were dropped because they had been accepted before.
     *
     * @return how many there were
     */
    public synchronized int duplicateEvents() {
        return events.duplicates();
    }

    /**
     * Tells Stigg's time.
     *
     * @return the time, in whole milliseconds
     */
    public Instant time() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Denies a check that requests nothing once usage has reached a hard limit. */
    public synchronized void denyAtLimit() {
        verdicts.denyAtLimit();
    }

    /** Refuses a report that would take usage past a hard limit. */
    public synchronized void refuseReportsPastLimits() {
        reporting.refusePastLimits();
    }
}
