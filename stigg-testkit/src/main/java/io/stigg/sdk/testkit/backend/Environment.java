package io.stigg.sdk.testkit.backend;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final Provisioning provisioning;
    private final Publishing publishing;
    private final UsageReporting reporting;
    private final Verdicts verdicts;
    private final Operations operations = new Operations()
            .serve(GetSdkConfiguration.class, (request, moment) -> new SdkConfiguration(false))
            .serve(GetEntitlementsState.class, this::state)
            .serve(ProvisionCustomer.class, this::provision)
            .serve(ProvisionSubscription.class, this::provision)
            .serve(ReportUsage.class, this::report);

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
        provisioning = new Provisioning(versions, customers);
        publishing = new Publishing(versions, customers, news);
        reporting = new UsageReporting(catalog);
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

    /** Stigg's times have milliseconds, and no more. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private EntitlementSnapshot state(GetEntitlementsState request, Moment moment) {
        return snapshots.of(request.scope(), moment);
    }

    private ProvisionedCustomer provision(ProvisionCustomer request, Moment moment) {
        Set<CustomerScope> reached = new LinkedHashSet<>();
        if (!customers.containsKey(request.customerId())) {
            reached.add(CustomerScope.of(request.customerId()));
        }
        CustomerRecord customer = provisioning.provision(request, moment.now());
        request.subscription().ifPresent(made -> reached.addAll(customer.reachedFrom(made.resourceId())));
        news.entitlements(reached, moment.now());
        Optional<Subscription> subscription = request.subscription()
                .map(made -> last(customer.subscriptions()).at(moment.now()));
        return new ProvisionedCustomer(
                customer.details(),
                subscription.isPresent()
                        ? ProvisionedCustomer.Decision.REQUESTED_PLAN
                        : ProvisionedCustomer.Decision.SKIPPED_SUBSCRIPTION_CREATION,
                subscription,
                Optional.of(snapshots.of(request.scope(), moment)));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private ProvisionedSubscription provision(ProvisionSubscription request, Moment moment) {
        Refusals refusals = new Refusals("ProvisionSubscription");
        CustomerRecord customer = existing(request.customerId(), refusals);
        Selection selection = provisioning.rules(refusals.operation()).check(request.selection());
        provisioning.checkId(selection, refusals);
        Instant start = request.startDate().orElse(moment.now());
        SubscriptionRecord made = provisioning.subscribe(customer, selection, start, moment.now());
        news.entitlements(customer.reachedFrom(made.resourceId()), moment.now());
        return new ProvisionedSubscription(
                ProvisionedSubscription.Status.SUCCESS,
                Optional.of(made.at(moment.now())),
                Optional.empty(),
                Optional.of(snapshots.of(request.scope(), moment)));
    }

    private UsageAck report(ReportUsage request, Moment moment) {
        CustomerRecord customer = existing(request.scope().customerId(), new Refusals("ReportUsage"));
        boolean isRepeated = customer.reports().containsKey(request.idempotencyKey());
        UsageAck ack = reporting.report(request, customer, moment.now());
        if (!isRepeated) {
            news.usage(customer, request.scope(), request.featureId(), moment.now());
            news.credits(customer, request.scope(), request.featureId(), moment.now());
        }
        return ack;
    }

    private CustomerRecord existing(String customerId, Refusals refusals) {
        CustomerRecord customer = customers.get(customerId);
        if (customer == null) {
            throw refusals.customerNotFound(customerId);
        }
        return customer;
    }

    private void requireFeature(String featureId, Refusals refusals) {
        if (versions.current().feature(featureId).isEmpty()) {
            throw refusals.featureNotFound(featureId);
        }
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
        changing(now -> promote(customerId, grant, until, now));
    }

    private void promote(String customerId, Grant grant, @Nullable Instant until, Instant now) {
        Refusals refusals = new Refusals("GrantPromotionalEntitlements");
        CustomerRecord customer = existing(customerId, refusals);
        requireFeature(grant.featureId(), refusals);
        customer.promotions().put(grant.featureId(), new Promotion(grant, now, Optional.ofNullable(until)));
        customer.changesAt(now);
        if (until != null) {
            customer.changesAt(until);
        }
        news.entitlements(customer.reachedFrom(Optional.empty()), now);
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     */
    public void revokePromotion(String customerId, String featureId) {
        changing(now -> revokePromotion(customerId, featureId, now));
    }

    private void revokePromotion(String customerId, String featureId, Instant now) {
        Refusals refusals = new Refusals("RevokePromotionalEntitlement");
        CustomerRecord customer = existing(customerId, refusals);
        if (customer.promotions().remove(featureId) == null) {
            throw refusals.because(
                    ErrorCode.PROMOTIONAL_ENTITLEMENT_NOT_FOUND_ERROR, "There is no promotion of " + featureId);
        }
        customer.changesAt(now);
        news.entitlements(customer.reachedFrom(Optional.empty()), now);
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
        CustomerRecord customer = existing(scope.customerId(), refusals);
        requireFeature(featureId, refusals);
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
        return Optional.ofNullable(customers.get(customerId)).map(CustomerRecord::details);
    }

    /**
     * Lists subscriptions, also those that have ended or start later.
     *
     * @param customerId the customer's id
     * @return the subscriptions in the order in which they were made
     */
    public synchronized List<Subscription> subscriptions(String customerId) {
        Instant now = now();
        CustomerRecord customer = customers.get(customerId);
        return customer == null
                ? List.of()
                : customer.subscriptions().stream()
                        .map(subscription -> subscription.at(now))
                        .toList();
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
