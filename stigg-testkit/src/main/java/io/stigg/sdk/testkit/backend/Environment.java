package io.stigg.sdk.testkit.backend;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One environment of the in-memory Stigg: its catalogue and its customers. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class Environment {
    private final Catalog catalog;
    private final SdkClock clock;

    /**
     * Makes an environment without customers.
     *
     * @param catalog what is sold
     * @param clock Stigg's time
     */
    public Environment(Catalog catalog, SdkClock clock) {
        this.catalog = requireNonNull(catalog, "catalog");
        this.clock = requireNonNull(clock, "clock");
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
        throw unfinished(catalog, clock, request, fetchedAt);
    }

    /**
     * Judges one question as Stigg does.
     *
     * @param query the question
     * @return the verdict
     */
    public synchronized Verdict entitlement(EntitlementQuery query) {
        throw unfinished(query.toString());
    }

    /**
     * Grants a feature to a customer, beside its subscriptions.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @param until when it ends, null for never
     */
    public synchronized void promote(String customerId, Grant grant, @Nullable Instant until) {
        throw unfinished(customerId + grant + until);
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     */
    public synchronized void revokePromotion(String customerId, String featureId) {
        throw unfinished(customerId + featureId);
    }

    /**
     * Sets usage, past every rule about who may report it.
     *
     * @param scope whose usage
     * @param featureId the feature's id
     * @param usage the usage of the current period
     */
    public synchronized void setUsage(CustomerScope scope, String featureId, double usage) {
        throw unfinished(scope + featureId + usage);
    }

    /**
     * Finds a customer.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public synchronized Optional<Customer> customer(String customerId) {
        throw unfinished(customerId);
    }

    /**
     * Lists subscriptions, ended ones too.
     *
     * @param customerId the customer's id
     * @return the subscriptions, the oldest first
     */
    public synchronized List<Subscription> subscriptions(String customerId) {
        throw unfinished(customerId);
    }

    /** Denies a check that requests nothing once usage has reached a hard limit. */
    public synchronized void denyAtLimit() {}

    /** Refuses a report that would take usage past a hard limit. */
    public synchronized void refuseReportsPastLimits() {}

    private static RuntimeException unfinished(Object... details) {
        return new UnsupportedOperationException(java.util.Arrays.toString(details));
    }
}
