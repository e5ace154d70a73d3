package io.stigg.sdk.testkit;

import static java.util.Objects.requireNonNull;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerStatistics;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportFactory;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.testkit.backend.Environment;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CouponBuilder;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
 * usage what has come of it.
 *
 * <p>Events, and credits that are consumed without waiting, count at once as well. Stigg itself takes about ten seconds for
 * them: whoever tests against it has to wait, whoever tests against this does not.
 *
 * <p>It refuses what Stigg refuses, with the same codes. Time moves only with its clock; what is due on the way, a start, the
 * end of a trial, a renewal of credits, happens in the order of time and is told as of then. As long as no
 * {@linkplain #connectBilling() billing system} is connected, a paid plan may be subscribed to without a billing period,
 * which is a month then. What it does not do: taxes, charges of credits, promotion codes and other things that only a
 * billing system knows.
 *
 * <p>Thread-safe. Any number live side by side and know nothing of each other.
 */
public final class StiggBackend {
    static final Instant START = Instant.parse("2025-01-15T10:00:00Z");

    private final SdkClock clock;
    private final Broadcast broadcast = new Broadcast();
    private final Environment environment;
    private final Line line;
    private final UpdateStream updates;

    private StiggBackend(Catalog catalog, SdkClock clock) {
        this.clock = requireNonNull(clock, "clock");
        environment = new Environment(requireNonNull(catalog, "catalog"), clock, broadcast);
        line = new Line(environment::answer, clock);
        updates = new BackendUpdateStream(broadcast, clock);
    }

    /**
     * Makes a backend with the catalogue of {@link AcmeCatalog}, in which it is 15 January 2025, 10:00 UTC, a Wednesday,
     * until {@link #clock()} is advanced.
     *
     * @return the backend, without customers
     */
    public static StiggBackend acme() {
        return of(AcmeCatalog.create());
    }

    /**
     * Makes a backend in which it is 15 January 2025, 10:00 UTC, a Wednesday, until {@link #clock()} is advanced.
     *
     * @param catalog what is sold
     * @return the backend, without customers
     */
    public static StiggBackend of(Catalog catalog) {
        return of(catalog, FakeClock.at(START));
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
     * Makes a backend that is as another one was, at the time when the snapshot was taken.
     *
     * @param snapshot the snapshot
     * @return the backend, with a clock of its own
     */
    public static StiggBackend of(BackendSnapshot snapshot) {
        StiggBackend backend =
                of(snapshot.past().catalog(), FakeClock.at(snapshot.past().end()));
        backend.restore(snapshot);
        return backend;
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
        return adapters(new FakeEntitlementCache());
    }

    /**
     * Makes the adapters of one client around a cache, such as one that a test wants to {@linkplain
     * FakeEntitlementCache#goDown take down}.
     *
     * @param cache the cache, which the client closes when it is closed
     * @return a set of adapters, a new one each time
     */
    public AdapterSet adapters(EntitlementCache cache) {
        requireNonNull(cache, "cache");
        BackendUpdateStream told = new BackendUpdateStream(broadcast, clock);
        return DaggerTestAdapters.factory()
                .create(new BackendTransport(line, clock, told), told, cache, new LentClock(clock));
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
     * Makes a transport for whoever looks on: it is answered whatever goes wrong between clients and this backend, and what is
     * sent over it is no part of {@link #requests()}.
     *
     * @return the transport; answers on the thread that asks
     */
    public ApiTransport connectAside() {
        return new BackendTransport(
                new Line(environment::answer, clock), clock, new BackendUpdateStream(broadcast, clock));
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
        return environment.ask((state, now) -> state.catalog());
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
        requireNonNull(newVersion, "newVersion");
        requireNonNull(migration, "migration");
        environment.alter((state, now) -> state.publish(newVersion, migration, now));
    }

    /**
     * Publishes a new version of an add-on. A catalogue's add-ons are of version 1.
     *
     * @param newVersion the version, with the id and the product of the add-on
     * @param migration whether the subscriptions that there are go over to the version, or keep what they were made with
     * @throws IllegalArgumentException if there is no such add-on, the version refers to what is not in the catalogue, or
     *     the migration is unknown
     */
    public void publish(Addon newVersion, PackagePublished.Migration migration) {
        requireNonNull(newVersion, "newVersion");
        requireNonNull(migration, "migration");
        environment.alter((state, now) -> state.publish(newVersion, migration, now));
    }

    /**
     * Makes a coupon.
     *
     * @param id its id
     * @param terms say what it is, the same whenever they are asked
     * @return the coupon
     * @throws io.stigg.sdk.error.StiggApiException if there is one of this id
     * @throws IllegalArgumentException if it takes nothing off
     */
    public Coupon createCoupon(String id, Consumer<CouponBuilder> terms) {
        requireNonNull(terms, "terms");
        return environment.change((state, now) -> state.createCoupon(id, terms, now));
    }

    /**
     * Sells something no more. What is subscribed to already goes on; an archived product takes its plans with it.
     *
     * @param id the id of a product, a plan or an add-on
     * @throws IllegalArgumentException if there is no such thing
     */
    public void archive(String id) {
        environment.alter((state, now) -> state.archive(id));
    }

    /**
     * Connects a billing system: from now on paid plans have to be paid for. Who has left no payment method is sent to a
     * {@linkplain #checkouts() checkout}; of who has, payments succeed, at once or as {@link #settlePayment} says. By default
     * there is none, and whatever is subscribed to is there at once.
     */
    public void connectBilling() {
        environment.alter((state, now) -> state.connectBilling(true));
    }

    /** Does without a billing system again. */
    public void disconnectBilling() {
        environment.alter((state, now) -> state.connectBilling(false));
    }

    /**
     * Tells whether a billing system is connected.
     *
     * @return whether paid plans have to be paid for
     */
    public boolean isBillingConnected() {
        return environment.ask((state, now) -> state.isBillingConnected());
    }

    /**
     * Opens a page on which a customer leaves a payment method, and subscribes to nothing.
     *
     * @param customerId the customer's id
     * @param planId the id of the plan that the customer looks at
     * @return the page, one of the {@link #checkouts()}
     * @throws io.stigg.sdk.error.StiggApiException if there is no such customer or plan, or no billing system is connected
     */
    public Checkout openPaymentSession(String customerId, String planId) {
        return environment.change((state, now) -> state.openPaymentSession(customerId, planId, now));
    }

    /**
     * Lists the pages on which customers were to pay.
     *
     * @return all of them, in the order in which they were opened
     */
    public List<Checkout> checkouts() {
        return environment.ask((state, now) -> state.checkouts());
    }

    /**
     * Lets a customer pay on a page: the subscription is made, and the customer has a payment method from then on.
     *
     * @param checkoutId the id of the page, as told by {@code PaymentRequired.checkoutBillingId}
     * @return the page as it is then
     * @throws IllegalArgumentException if there is no such page
     * @throws IllegalStateException if it is not open any more
     */
    public Checkout completeCheckout(String checkoutId) {
        return environment.change((state, now) -> state.completeCheckout(checkoutId, now));
    }

    /**
     * Lets a customer's payment on a page not succeed: nothing is subscribed to.
     *
     * @param checkoutId the id of the page
     * @return the page as it is then
     * @throws IllegalArgumentException if there is no such page
     * @throws IllegalStateException if it is not open any more
     */
    public Checkout failCheckout(String checkoutId) {
        return environment.change((state, now) -> state.failCheckout(checkoutId));
    }

    /**
     * Lets nobody pay on a page in time, as happens by itself after a day.
     *
     * @param checkoutId the id of the page
     * @return the page as it is then
     * @throws IllegalArgumentException if there is no such page
     * @throws IllegalStateException if it is not open any more
     */
    public Checkout expireCheckout(String checkoutId) {
        return environment.change((state, now) -> state.expireCheckout(checkoutId));
    }

    /**
     * Says whether a payment succeeds that a subscription waits for, or a change of it. A subscription that nobody has paid
     * for within a day is cancelled.
     *
     * @param subscriptionId the subscription's id
     * @param isPaid whether it does
     * @return the subscription as it is then
     * @throws io.stigg.sdk.error.StiggApiException if there is no such subscription, or it has ended
     * @throws IllegalStateException if it does not wait for a payment
     */
    public Subscription settlePayment(String subscriptionId, boolean isPaid) {
        return environment.change((state, now) -> state.settlePayment(subscriptionId, isPaid, now));
    }

    /**
     * Takes a snapshot of all that has happened, to come back to with {@link #restore} or to make other backends of. What was
     * sent and told is no part of it.
     *
     * @return the snapshot
     */
    public BackendSnapshot snapshot() {
        return new BackendSnapshot(environment.past());
    }

    /**
     * Makes everything as it was when a snapshot was taken, of this backend or another one. The time is no part of it: what
     * was due since then happens. Whoever listens is told that what is known of any customer holds no longer.
     *
     * @param snapshot the snapshot
     */
    public void restore(BackendSnapshot snapshot) {
        environment.restore(snapshot.past());
    }

    /**
     * Tells why a subscription has ended.
     *
     * @param subscriptionId the subscription's id
     * @return the reason, empty if it has not ended, or there is none
     */
    public Optional<EndReason> endReason(String subscriptionId) {
        return environment.ask((state, now) -> state.endReason(subscriptionId));
    }

    /**
     * Answers one question as Stigg itself does, from what it knows and a client does not: whether there is such a feature.
     *
     * @param query the question; its fallback plays no part
     * @return the verdict
     */
    public Verdict entitlement(EntitlementQuery query) {
        return environment.ask((state, now) -> state.judge(query, now));
    }

    /**
     * Tells why a customer may use a feature, or not.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return the verdict, with nothing requested, and where it comes from
     */
    public Explanation explain(String customerId, String featureId) {
        return explain(FeatureQuery.of(customerId, featureId));
    }

    /**
     * Answers one question as {@link #entitlement} does, and tells what the answer comes from. It is the calculation itself
     * that tells it.
     *
     * @param query the question; its fallback plays no part
     * @return the verdict, and where it comes from
     */
    public Explanation explain(EntitlementQuery query) {
        return environment.ask((state, now) -> state.explain(query, now));
    }

    /**
     * Grants a feature to a customer for ever, beside its subscriptions. It replaces what was granted of the same feature.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @throws io.stigg.sdk.error.StiggApiException if there is no such customer or feature
     */
    public void promote(String customerId, Grant grant) {
        environment.alter((state, now) -> state.promote(customerId, grant, Optional.empty(), now));
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
        requireNonNull(until, "until");
        environment.alter((state, now) -> state.promote(customerId, grant, Optional.of(until), now));
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @throws io.stigg.sdk.error.StiggApiException if nothing was granted
     */
    public void revokePromotion(String customerId, String featureId) {
        environment.alter((state, now) -> state.revokePromotion(customerId, featureId, now));
    }

    /**
     * Tells since when something is granted to a customer beside its subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @return since when, empty if it is not granted
     */
    public Optional<Instant> promotionStart(String customerId, String featureId) {
        return environment.ask((state, now) -> state.promotionStart(customerId, featureId, now));
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
        environment.alter((state, now) -> state.setUsage(scope, featureId, usage, now));
    }

    /**
     * Lists the customers that were not archived.
     *
     * @return the customers in the order in which they were made
     */
    public List<Customer> customers() {
        return environment.ask((state, now) -> state.customers());
    }

    /**
     * Finds a customer.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public Optional<Customer> customer(String customerId) {
        return environment.ask((state, now) -> state.customer(customerId));
    }

    /**
     * Finds a customer with all that is known of it.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public Optional<CustomerDetails> customerDetails(String customerId) {
        return environment.ask((state, now) -> state.customerDetails(customerId, now));
    }

    /**
     * Counts the subscriptions of a customer.
     *
     * @param customerId the customer's id
     * @return the counts
     */
    public Optional<CustomerStatistics> customerStatistics(String customerId) {
        return environment.ask((state, now) -> state.customerStatistics(customerId));
    }

    /**
     * Finds a subscription with all that is known of it.
     *
     * @param subscriptionId the subscription's id
     * @return the subscription
     */
    public Optional<SubscriptionDetails> subscriptionDetails(String subscriptionId) {
        return environment.ask((state, now) -> state.subscriptionDetails(subscriptionId, now));
    }

    /**
     * Returns a subscription as lists of active ones tell it.
     *
     * @param subscriptionId the subscription's id
     * @return the subscription, empty if there is none
     */
    public Optional<ActiveSubscription> activeSubscription(String subscriptionId) {
        return environment.ask((state, now) -> state.activeSubscription(subscriptionId, now));
    }

    /**
     * Lists a customer's subscriptions, also those that have ended or start later.
     *
     * @param customerId the customer's id
     * @return the subscriptions in the order in which they were made
     */
    public List<Subscription> subscriptions(String customerId) {
        return environment.ask((state, now) -> state.subscriptions(customerId, now));
    }

    /**
     * Lists the reports of calculated usage that were accepted, be it singly or in bulk.
     *
     * @param customerId the customer's id
     * @return all reports in the order in which they were accepted, once each, however often they were sent
     */
    public List<ReportUsage> measurements(String customerId) {
        return environment.ask((state, now) -> state.measurements(customerId));
    }

    /**
     * Lists the events that were accepted, be they of customers that are known, of names that a meter reads, or not.
     *
     * @return all events in the order in which they were accepted, once each, however often they were sent
     */
    public List<UsageEvent> events() {
        return environment.ask((state, now) -> state.events());
    }

    /**
     * Counts the events that came again. Two are the same to Stigg if time, customer, resource, name and idempotency key
     * are.
     *
     * @return how many were dropped because {@link #events()} had them already
     */
    public int duplicateEvents() {
        return environment.ask((state, now) -> state.duplicateEvents());
    }

    /**
     * From now on, {@link #entitlement} denies a question that requests nothing once usage has reached a hard limit. By
     * default it grants until usage has passed it; Stigg's documentation can be read either way.
     */
    public void denyAtLimit() {
        environment.alter((state, now) -> state.denyAtLimit());
    }

    /**
     * From now on, a report that would take usage past a hard limit is refused. By default it is accepted, and the next
     * check denies; Stigg's documentation can be read either way.
     */
    public void refuseReportsPastLimits() {
        environment.alter((state, now) -> state.refuseReportsPastLimits());
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

    /**
     * Lets single requests go wrong: fail, take long, or lose their answer.
     *
     * @return the faults of requests that reach this backend; nothing goes wrong by default
     */
    public Faults faults() {
        return Faults.in(line.faults());
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
