package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.backend.Environment;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stigg in memory: a catalogue, customers and their subscriptions, usage, and the entitlements that follow.
 *
 * <pre>{@code
 * StiggBackend backend = StiggBackend.acme();
 * try (Stigg stigg = backend.newClient()) {
 *     stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
 *     assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", "feature-api-calls").requesting(101)).hasAccess())
 *             .isFalse();
 * }
 * }</pre>
 *
 * <p>It refuses what Stigg refuses, with the same codes. What it does not model yet: billing and checkout, trials,
 * updates, cancellation and migration of subscriptions, events, grants and overdraft of credits. As long as nothing is
 * billed, a paid plan may be subscribed to without a billing period, which is a month then.
 *
 * <p>Thread-safe. Any number live side by side and know nothing of each other.
 */
public final class StiggBackend {
    private static final Instant ACME_START = Instant.parse("2025-01-15T10:00:00Z");

    private final Catalog catalog;
    private final SdkClock clock;
    private final Environment environment;
    private final Line line;

    private StiggBackend(Catalog catalog, SdkClock clock) {
        this.catalog = requireNonNull(catalog, "catalog");
        this.clock = requireNonNull(clock, "clock");
        environment = new Environment(catalog, clock);
        line = new Line(environment);
    }

    /**
     * Makes a backend with the catalogue of {@link AcmeCatalog}, in which it is 15 January 2025, 10:00 UTC, a Wednesday,
     * until {@link #clock()} is advanced.
     *
     * @return the backend, without customers
     */
    public static StiggBackend acme() {
        return of(AcmeCatalog.create(), FakeClock.at(ACME_START));
    }

    /**
     * Makes a backend.
     *
     * @param catalog what is sold
     * @param clock Stigg's time, and that of {@link #newClient()}; it is lent and never closed
     * @return the backend, without customers
     */
    public static StiggBackend of(Catalog catalog, SdkClock clock) {
        return new StiggBackend(catalog, clock);
    }

    /**
     * Makes a client of this backend, with a {@link FakeEntitlementCache} and this backend's clock.
     *
     * @return the client
     */
    public Stigg newClient() {
        return Stigg.on(adapters());
    }

    /**
     * Makes the adapters of one client, for {@link io.stigg.sdk.StiggBuilder#adapters}.
     *
     * @return a set of adapters, a new one each time
     */
    public AdapterSet adapters() {
        return DaggerTestAdapters.factory().create(connect(), new LentClock(clock));
    }

    /**
     * Returns this backend as a transport, to be combined with any cache.
     *
     * @return makes transports to this backend, each closed on its own
     */
    public TransportFactory transport() {
        return clientClock -> TransportPorts.of(new BackendTransport(line, clientClock), UpdateStream.none());
    }

    /**
     * Makes a transport to this backend that goes by this backend's clock.
     *
     * @return the transport; answers on the thread that asks
     */
    public ApiTransport connect() {
        return new BackendTransport(line, clock);
    }

    /**
     * Returns the time, to be advanced.
     *
     * @return the clock
     * @throws IllegalStateException if this backend was made with another kind of clock
     */
    public FakeClock clock() {
        if (clock instanceof FakeClock fake) {
            return fake;
        }
        throw new IllegalStateException("this backend goes by " + clock + ", which cannot be advanced");
    }

    /**
     * Returns what is sold.
     *
     * @return the catalogue
     */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Answers one question as Stigg itself does, from what it knows and a client does not: whether there is such a feature.
     *
     * @param query the question; its fallback plays no part
     * @return the verdict
     */
    public Verdict entitlement(EntitlementQuery query) {
        return environment.entitlement(query);
    }

    /**
     * Grants a feature to a customer for ever, beside its subscriptions. It replaces what was granted of the same feature.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @throws io.stigg.sdk.error.StiggApiException if there is no such customer or feature
     */
    public void promote(String customerId, Grant grant) {
        environment.promote(customerId, grant, null);
    }

    /**
     * Grants a feature to a customer for a time, beside its subscriptions. It replaces what was granted of the same
     * feature.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @param until when it ends
     * @throws io.stigg.sdk.error.StiggApiException if there is no such customer or feature
     */
    public void promote(String customerId, Grant grant, Instant until) {
        environment.promote(customerId, grant, requireNonNull(until, "until"));
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @throws io.stigg.sdk.error.StiggApiException if nothing was granted
     */
    public void revokePromotion(String customerId, String featureId) {
        environment.revokePromotion(customerId, featureId);
    }

    /**
     * Sets usage, past every rule about who may report it and how much.
     *
     * @param scope whose usage
     * @param featureId the feature's id
     * @param usage the usage of the current period
     * @throws io.stigg.sdk.error.StiggApiException if there is no such customer or feature
     */
    public void setUsage(CustomerScope scope, String featureId, double usage) {
        environment.setUsage(scope, featureId, usage);
    }

    /**
     * Finds a customer.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public Optional<Customer> customer(String customerId) {
        return environment.customer(customerId);
    }

    /**
     * Lists a customer's subscriptions, also those that have ended or start later.
     *
     * @param customerId the customer's id
     * @return the subscriptions in the order in which they were made
     */
    public List<Subscription> subscriptions(String customerId) {
        return environment.subscriptions(customerId);
    }

    /**
     * From now on, {@link #entitlement} denies a question that requests nothing once usage has reached a hard limit. By
     * default it grants until usage has passed it; Stigg's documentation can be read either way.
     */
    public void denyAtLimit() {
        environment.denyAtLimit();
    }

    /**
     * From now on, a report that would take usage past a hard limit is refused. By default it is accepted, and the next
     * check denies; Stigg's documentation can be read either way.
     */
    public void refuseReportsPastLimits() {
        environment.refuseReportsPastLimits();
    }

    /** Makes Stigg unreachable: whatever is sent, and whatever still waits for an answer, fails. */
    public void goDown() {
        line.goDown();
    }

    /** Makes Stigg silent: whatever is sent waits for an answer until Stigg comes back. */
    public void hang() {
        line.goSilent();
    }

    /** Makes Stigg refuse the API key. */
    public void refuseKey() {
        line.refuseKey();
    }

    /** Makes Stigg answer again, first of all what still waits. */
    public void comeBack() {
        line.comeBack();
    }

    /**
     * Lists what was sent by any client, whether or not it was answered.
     *
     * @return the requests in order; of very many, the latest 10,000
     */
    public List<StiggRequest<?>> requests() {
        return line.sent();
    }

    /**
     * Lists what was sent of one kind by any client, whether or not it was answered.
     *
     * @param type the class of the requests
     * @param <T> the class of the requests
     * @return the requests in order; of very many, those among the latest 10,000
     */
    public <T extends StiggRequest<?>> List<T> requests(Class<T> type) {
        return requests().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Counts what was sent by any client, the question whether the key is accepted included.
     *
     * @return how many requests there were
     */
    public int requestCount() {
        return line.sentCount();
    }

    /** Forgets what was sent. */
    public void clearRequests() {
        line.clearSent();
    }

    @Override
    public String toString() {
        return "StiggBackend[" + catalog + ", " + clock + "]";
    }
}
