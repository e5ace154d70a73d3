package io.stigg.sdk.testkit.backend;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.EntitlementFact;
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
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One environment of the in-memory Stigg: its catalogue and its customers. Nothing happens in it by itself: what follows
 * from the passing of time is worked out when somebody asks. Thread-safe.
 */
public final class Environment {
    private final Catalog catalog;
    private final SdkClock clock;
    private final Map<String, CustomerRecord> customers = new HashMap<>();
    private final Provisioning provisioning;
    private final UsageReporting reporting;
    private final Verdicts verdicts;
    private final Operations operations = new Operations()
            .serve(GetSdkConfiguration.class, (request, moment) -> new SdkConfiguration(false))
            .serve(GetEntitlementsState.class, (request, moment) -> snapshot(request.scope(), moment))
            .serve(ProvisionCustomer.class, this::provision)
            .serve(ProvisionSubscription.class, this::provision)
            .serve(ReportUsage.class, this::report);

    /**
     * Makes an environment without customers.
     *
     * @param catalog what is sold
     * @param clock Stigg's time
     */
    public Environment(Catalog catalog, SdkClock clock) {
        this.catalog = requireNonNull(catalog, "catalog");
        this.clock = requireNonNull(clock, "clock");
        provisioning = new Provisioning(catalog, customers);
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
    public synchronized <R> R answer(StiggRequest<R> request, Instant fetchedAt) {
        return operations.answer(request, new Moment(now(), fetchedAt));
    }

    Set<Class<?>> served() {
        return operations.served();
    }

    /** Stigg's times have milliseconds, and no more. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private EntitlementSnapshot snapshot(CustomerScope scope, Moment moment) {
        CustomerRecord customer = customers.get(scope.customerId());
        if (customer == null) {
            return empty(scope, AccessDeniedReason.CUSTOMER_NOT_FOUND, moment);
        }
        var calculation = new EntitlementCalculation(catalog, customer, scope, moment.now());
        List<EntitlementFact> facts = calculation.facts();
        if (facts.isEmpty() && !calculation.hasSubscription()) {
            return empty(scope, AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION, moment);
        }
        Optional<Denial> denial = calculation.hasSubscription() || calculation.isUnknownResource()
                ? Optional.empty()
                : Optional.of(Denial.of(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION));
        // The time of the set travels on its entitlements, so that a set without any has none.
        Optional<Instant> updatedAt = facts.isEmpty() ? Optional.empty() : updatedAt(customer, moment.now());
        return new EntitlementSnapshot(scope, facts, denial, updatedAt, moment.fetchedAt());
    }

    private static Optional<Instant> updatedAt(CustomerRecord customer, Instant now) {
        return customer.changedAt(now).or(() -> customer.details().createdAt());
    }

    private static EntitlementSnapshot empty(CustomerScope scope, AccessDeniedReason reason, Moment moment) {
        return new EntitlementSnapshot(
                scope, List.of(), Optional.of(Denial.of(reason)), Optional.empty(), moment.fetchedAt());
    }

    private ProvisionedCustomer provision(ProvisionCustomer request, Moment moment) {
        CustomerRecord customer = provisioning.provision(request, moment.now());
        Optional<Subscription> subscription = request.subscription()
                .map(made -> last(customer.subscriptions()).at(moment.now()));
        return new ProvisionedCustomer(
                customer.details(),
                subscription.isPresent()
                        ? ProvisionedCustomer.Decision.REQUESTED_PLAN
                        : ProvisionedCustomer.Decision.SKIPPED_SUBSCRIPTION_CREATION,
                subscription,
                Optional.of(snapshot(request.scope(), moment)));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private ProvisionedSubscription provision(ProvisionSubscription request, Moment moment) {
        Refusals refusals = new Refusals("ProvisionSubscription");
        CustomerRecord customer = existing(request.customerId(), refusals);
        Selection selection = new SelectionRules(catalog, refusals.operation()).check(request.selection());
        provisioning.checkId(selection, refusals);
        Instant start = request.startDate().orElse(moment.now());
        SubscriptionRecord made = provisioning.subscribe(customer, selection, start, moment.now());
        return new ProvisionedSubscription(
                ProvisionedSubscription.Status.SUCCESS,
                Optional.of(made.at(moment.now())),
                Optional.empty(),
                Optional.of(snapshot(request.scope(), moment)));
    }

    private UsageAck report(ReportUsage request, Moment moment) {
        CustomerRecord customer = existing(request.scope().customerId(), new Refusals("ReportUsage"));
        return reporting.report(request, customer, moment.now());
    }

    private CustomerRecord existing(String customerId, Refusals refusals) {
        CustomerRecord customer = customers.get(customerId);
        if (customer == null) {
            throw refusals.customerNotFound(customerId);
        }
        return customer;
    }

    private void requireFeature(String featureId, Refusals refusals) {
        if (catalog.feature(featureId).isEmpty()) {
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
                query, customer == null ? null : new EntitlementCalculation(catalog, customer, query.scope(), now()));
    }

    /**
     * Grants a feature to a customer, beside its subscriptions.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @param until when it ends, null for never
     */
    public synchronized void promote(String customerId, Grant grant, @Nullable Instant until) {
        Refusals refusals = new Refusals("GrantPromotionalEntitlements");
        CustomerRecord customer = existing(customerId, refusals);
        requireFeature(grant.featureId(), refusals);
        Instant now = now();
        customer.promotions().put(grant.featureId(), new Promotion(grant, now, Optional.ofNullable(until)));
        customer.changesAt(now);
        if (until != null) {
            customer.changesAt(until);
        }
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     */
    public synchronized void revokePromotion(String customerId, String featureId) {
        Refusals refusals = new Refusals("RevokePromotionalEntitlement");
        CustomerRecord customer = existing(customerId, refusals);
        if (customer.promotions().remove(featureId) == null) {
            throw refusals.because(
                    ErrorCode.PROMOTIONAL_ENTITLEMENT_NOT_FOUND_ERROR, "There is no promotion of " + featureId);
        }
        customer.changesAt(now());
    }

    /**
     * Sets usage, past every rule about who may report it.
     *
     * @param scope whose usage
     * @param featureId the feature's id
     * @param usage the usage of the current period
     */
    public synchronized void setUsage(CustomerScope scope, String featureId, double usage) {
        Refusals refusals = new Refusals("SetUsage");
        CustomerRecord customer = existing(scope.customerId(), refusals);
        requireFeature(featureId, refusals);
        Instant now = now();
        customer.usage(scope, EntitlementRef.feature(featureId)).add(now, usage, UpdateBehavior.SET, now);
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
