package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerStatistics;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.testkit.backend.Environment;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
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
 * <p>Whatever changes in it, it tells at once to everyone who listens, on the thread that makes the change: a client by
 * itself, anybody else by {@link #updates()}. Of entitlements it tells the whole set of each scope that is affected, of
 * usage what has come of it. What changes because time passes is told to those who ask.
 *
 * <p>Events, and credits that are consumed without waiting, count at once as well. Stigg itself takes about ten seconds for
 * them: whoever tests against it has to wait, whoever tests against this does not.
 *
 * <p>It refuses what Stigg refuses, with the same codes. What it does not model yet: billing and checkout, trials, updates,
 * cancellation and migration of single subscriptions, and the settling of overdrawn credits grant by grant: what is
 * consumed beyond all credits makes the balance negative, that is all. As long as nothing is billed, a paid plan may be
 * subscribed to without a billing period, which is a month then.
 *
 * <p>Thread-safe. Any number live side by side and know nothing of each other.
 */
public final class StiggBackend {
    private static final Instant ACME_START = Instant.parse("2025-01-15T10:00:00Z");

    private final SdkClock clock;
    private final Broadcast broadcast = new Broadcast();
    private final Environment environment;
    private final Line line;
    private final UpdateStream updates;

    private StiggBackend(Catalog catalog, SdkClock clock) {
        this.clock = requireNonNull(clock, "clock");
        environment = new Environment(requireNonNull(catalog, "catalog"), clock, broadcast);
        line = new Line(environment);
        updates = new BackendUpdateStream(broadcast, clock);
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
        BackendUpdateStream told = new BackendUpdateStream(broadcast, clock);
        return DaggerTestAdapters.factory().create(new BackendTransport(line, clock, told), told, new LentClock(clock));
    }

    /**
     * Returns this backend as a transport, to be combined with any cache.
     *
     * @return makes transports to this backend, each closed on its own
     */
    public TransportFactory transport() {
        return clientClock -> {
            BackendUpdateStream told = new BackendUpdateStream(broadcast, clientClock);
            return TransportPorts.of(new BackendTransport(line, clientClock, told), told);
        };
    }

    /**
     * Makes a transport to this backend that goes by this backend's clock.
     *
     * @return the transport; answers on the thread that asks
     */
    public ApiTransport connect() {
        return new BackendTransport(line, clock, new BackendUpdateStream(broadcast, clock));
    }

    /**
     * Returns the way to be told by this backend what changes in it, by this backend's clock. Its connections open at
     * once, and break when the line does; nothing that was told in between is told again.
     *
     * @return the stream, always the same one; tells on the thread that makes the change
     */
    public UpdateStream updates() {
        return updates;
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
     * Returns Stigg's time, whatever clock it goes by.
     *
     * @return the time, in whole milliseconds
     */
    public Instant now() {
        return environment.time();
    }

    /**
     * Returns what is sold.
     *
     * @return the catalogue, with the latest version of each plan
     */
    public Catalog catalog() {
        return environment.catalog();
    }

    /**
     * Publishes a new version of a plan. A catalogue's plans are of version 1.
     *
     * @param newVersion the version, with the id and the product of the plan
     * @param migration whether the subscriptions that there are go over to the version, or keep what they were made with;
     *     those to plans that inherit from it likewise
     * @throws IllegalArgumentException if there is no such plan, the version refers to what is not in the catalogue, or
     *     the migration is unknown
     */
    public void publish(Plan newVersion, PackagePublished.Migration migration) {
        environment.publish(requireNonNull(newVersion, "newVersion"), requireNonNull(migration, "migration"));
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
     * Finds a customer with all that is known of it.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public Optional<CustomerDetails> customerDetails(String customerId) {
        return environment.customerDetails(customerId);
    }

    /**
     * Counts the subscriptions of a customer.
     *
     * @param customerId the customer's id
     * @return the counts
     */
    public Optional<CustomerStatistics> customerStatistics(String customerId) {
        return environment.customerStatistics(customerId);
    }

    /**
     * Finds a subscription with all that is known of it.
     *
     * @param subscriptionId the subscription's id
     * @return the subscription
     */
    public Optional<SubscriptionDetails> subscriptionDetails(String subscriptionId) {
        return environment.subscriptionDetails(subscriptionId);
    }

    /**
     * Returns a subscription as lists of active ones tell it.
     *
     * @param subscriptionId the subscription's id
     * @return the subscription, empty if there is none
     */
    public Optional<ActiveSubscription> activeSubscription(String subscriptionId) {
        return environment.activeSubscription(subscriptionId);
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
     * Lists the reports of calculated usage that were accepted, be it singly or in bulk.
     *
     * @param customerId the customer's id
     * @return all reports in the order in which they were accepted, once each, however often they were sent
     */
    public List<ReportUsage> measurements(String customerId) {
        return environment.measurements(customerId);
    }

    /**
     * Lists the events that were accepted, be they of customers that are known, of names that a meter reads, or not.
     *
     * @return all events in the order in which they were accepted, once each, however often they were sent
     */
    public List<UsageEvent> events() {
        return environment.events();
    }

    /**
     * Counts the events that came again. Two are the same to Stigg if time, customer, resource, name and idempotency key
     * are.
     *
     * @return how many were dropped because {@link #events()} had them already
     */
    public int duplicateEvents() {
        return environment.duplicateEvents();
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

    /** Makes Stigg unreachable: whatever is sent, and whatever still waits for an answer, fails, and streams end. */
    public void goDown() {
        become(LineState.DOWN);
    }

    /** Makes Stigg silent: whatever is sent waits for an answer, and what changes is not told, until Stigg comes back. */
    public void hang() {
        become(LineState.SILENT);
    }

    /** Makes Stigg refuse the API key. Streams end by it as well. */
    public void refuseKey() {
        become(LineState.REFUSING_KEY);
    }

    /** Makes Stigg answer again, first of all what still waits. Streams that have ended have to be opened again. */
    public void comeBack() {
        // What was held back is older than any answer.
        broadcast.become(LineState.UP);
        line.become(LineState.UP);
    }

    /** Whoever is told of the end may ask at once, and is to find Stigg as it is. */
    private void become(LineState failing) {
        line.become(failing);
        broadcast.become(failing);
    }

    /** Ends every stream as if its connection were lost; the next may be opened at once, and requests are answered. */
    public void dropStreams() {
        broadcast.end(connection -> true, "the connection was lost");
    }

    /**
     * Counts who is told of changes.
     *
     * @return how many streams are open now
     */
    public int streamCount() {
        return broadcast.count();
    }

    /**
     * Lists what was told of changes, whether or not anybody listened. A set of entitlements is as of the change, by
     * Stigg's clock.
     *
     * @return the updates in order; of very many, the latest 10,000
     */
    public List<Update> pushes() {
        return broadcast.pushed();
    }

    /**
     * Lists what was told of one kind of change, whether or not anybody listened.
     *
     * @param type the class of the updates
     * @param <T> the class of the updates
     * @return the updates in order; of very many, those among the latest 10,000
     */
    public <T extends Update> List<T> pushes(Class<T> type) {
        return pushes().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Forgets what was told. */
    public void clearPushes() {
        broadcast.clearPushed();
    }

    /**
     * Lists what was sent by any client, whether or not it was answered.
     *
     * @return the requests in order; of very many, the latest 10,000, however many reports or events each has
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
        return "StiggBackend[" + catalog() + ", " + clock + "]";
    }
}
