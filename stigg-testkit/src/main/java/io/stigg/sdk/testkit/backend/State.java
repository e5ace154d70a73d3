package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.catalog.Coupon;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.CustomerDetails;
import io.stigg.sdk.customer.CustomerStatistics;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.ActiveSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.testkit.Checkout;
import io.stigg.sdk.testkit.EndReason;
import io.stigg.sdk.testkit.Explanation;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CouponBuilder;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UpdateBehavior;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of an environment: what is sold, its customers, and what is going to happen by itself. Whatever it is told is as
 * of a time that never goes back. Not thread-safe; guarded by the environment.
 */
public final class State {
    private final Map<String, CustomerRecord> customers = new LinkedHashMap<>();
    private final Operations operations = new Operations();
    private final World world;
    private final SubscriptionViews views;
    private final CustomerOperations customerOperations;
    private final SubscriptionOperations subscriptionOperations;
    private final SubscriptionLists subscriptionLists;
    private final PromotionOperations promotionOperations;
    private final Publishing publishing;
    private final UsageReporting reporting;
    private final EventReporting events;
    private final Verdicts verdicts;

    State(Catalog catalog, ChangeListener listener) {
        CatalogVersions versions = new CatalogVersions(catalog);
        // Of what is sold plans and add-ons alone have versions; whoever goes by the rest may keep the first.
        Snapshots snapshots = new Snapshots(catalog, customers);
        Timeline timeline = new Timeline();
        world = World.of(versions, customers, snapshots, new News(catalog, snapshots, listener, timeline), timeline);
        views = new SubscriptionViews(world);
        operations
                .read(GetSdkConfiguration.class, (request, moment) -> new SdkConfiguration(false))
                .read(GetEntitlementsState.class, (request, moment) -> snapshots.of(request.scope(), moment));
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
        publishing = new Publishing(world);
        verdicts = new Verdicts(catalog);
    }

    /** Makes the state that was reached at the end of a past. Nobody is told of what happens again. */
    static State after(Past past, ChangeListener listener) {
        Muted muted = new Muted(listener);
        State state = new State(past.catalog(), muted);
        past.steps().forEach(step -> step.takeOn(state));
        state.reach(past.end());
        muted.speak();
        return state;
    }

    /** Lets everything happen that is due, and returns the time that is reached. */
    Instant reach(Instant now) {
        return world.timeline().reach(now);
    }

    Optional<Instant> nextDue() {
        return world.timeline().next();
    }

    /** Returns all customers and resources that there are. */
    Set<CustomerScope> scopes() {
        Set<CustomerScope> scopes = new LinkedHashSet<>();
        customers.values().forEach(customer -> scopes.addAll(customer.reachedFrom(Optional.empty())));
        return scopes;
    }

    Set<Class<?>> served() {
        return operations.served();
    }

    boolean isChangedBy(StiggRequest<?> request) {
        return operations.isWrite(request);
    }

    <R> R answer(StiggRequest<R> request, Moment moment) {
        return operations.answer(request, moment);
    }

    /**
     * Judges one question as Stigg does.
     *
     * @param query the question
     * @param now when it is asked
     * @return the verdict
     */
    public Verdict judge(EntitlementQuery query, Instant now) {
        return verdicts.judge(query, calculation(query.scope(), now));
    }

    /**
     * Answers one question, and tells what the answer comes from.
     *
     * @param query the question
     * @param now when it is asked
     * @return the explanation
     */
    public Explanation explain(EntitlementQuery query, Instant now) {
        return verdicts.explain(query, calculation(query.scope(), now));
    }

    private @Nullable EntitlementCalculation calculation(CustomerScope scope, Instant now) {
        CustomerRecord customer = customers.get(scope.customerId());
        return customer == null ? null : new EntitlementCalculation(world.catalog(), customer, scope, now);
    }

    /**
     * Makes a coupon.
     *
     * @param couponId its id
     * @param terms say what it is; they are asked again when the past is repeated
     * @param now when it is made
     * @return the coupon
     */
    public Coupon createCoupon(String couponId, Consumer<CouponBuilder> terms, Instant now) {
        if (world.catalog().coupon(couponId).isPresent()) {
            throw new Refusals("CreateCoupon")
                    .because(ErrorCode.DUPLICATED_ENTITY_NOT_ALLOWED, "There is a coupon already: " + couponId);
        }
        world.versions().add(couponId, coupon -> terms.accept(coupon.createdAt(now)));
        return world.catalog().coupon(couponId).orElseThrow();
    }

    /**
     * Opens a page on which a customer leaves a payment method, and subscribes to nothing.
     *
     * @param customerId the customer's id
     * @param planId the plan that the customer looks at
     * @param now when it is opened
     * @return the page
     */
    public Checkout openPaymentSession(String customerId, String planId, Instant now) {
        Refusals refusals = new Refusals("CreatePaymentSession");
        CustomerRecord customer = world.existing(customerId, refusals);
        if (world.catalog().plan(planId).filter(world.versions()::isSold).isEmpty()) {
            throw refusals.because(ErrorCode.PLAN_NOT_FOUND, "Plan not found: " + planId);
        }
        if (!world.payments().isConnected()) {
            throw refusals.because(ErrorCode.BILLING_INTEGRATION_MISSING, "No billing system is connected");
        }
        return world.checkouts().open(customer, planId, paid -> {}, now);
    }

    /**
     * Tells whether a billing system is connected.
     *
     * @return whether it is
     */
    public boolean isBillingConnected() {
        return world.payments().isConnected();
    }

    /**
     * Grants a feature to a customer, beside its subscriptions.
     *
     * @param customerId the customer's id
     * @param grant the feature
     * @param until when it ends, empty for never
     * @param now when it is granted
     */
    public void promote(String customerId, Grant grant, Optional<Instant> until, Instant now) {
        promotionOperations.promote(customerId, grant, until, now);
    }

    /**
     * Tells since when something is granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @param now as of when
     * @return since when, empty if it is not
     */
    public Optional<Instant> promotionStart(String customerId, String featureId, Instant now) {
        return Optional.ofNullable(customers.get(customerId))
                .map(customer -> customer.promotions().get(featureId))
                .filter(promotion -> promotion.isLive(now))
                .map(Promotion::start);
    }

    /**
     * Takes back what was granted beside subscriptions.
     *
     * @param customerId the customer's id
     * @param featureId the feature's id
     * @param now when it is taken back
     */
    public void revokePromotion(String customerId, String featureId, Instant now) {
        promotionOperations.revoke(customerId, featureId, now);
    }

    /**
     * Sets usage, past every rule about who may report it.
     *
     * @param scope whose usage
     * @param featureId the feature's id
     * @param usage the usage of the current period, in the units that are reported
     * @param now as of when
     */
    public void setUsage(CustomerScope scope, String featureId, double usage, Instant now) {
        Refusals refusals = new Refusals("SetUsage");
        CustomerRecord customer = world.existing(scope.customerId(), refusals);
        world.requireFeature(featureId, refusals);
        customer.usage(scope, EntitlementRef.feature(featureId)).add(now, usage, UpdateBehavior.SET, Map.of(), now);
        world.news().usage(customer, scope, featureId, now);
        world.news().budgets(customer, now);
    }

    /**
     * Publishes a new version of a plan.
     *
     * @param version the version
     * @param migration whose subscriptions go over to it
     * @param now when
     * @return the number of the version
     * @throws IllegalArgumentException if the version does not fit into the catalogue, or the migration is not known
     */
    public int publish(Plan version, Migration migration, Instant now) {
        return publishing.publish(version, migration, now);
    }

    /**
     * Publishes a new version of an add-on.
     *
     * @param version the version
     * @param migration whose subscriptions go over to it
     * @param now when
     * @return the number of the version
     * @throws IllegalArgumentException if the version does not fit into the catalogue, or the migration is not known
     */
    public int publish(Addon version, Migration migration, Instant now) {
        return publishing.publish(version, migration, now);
    }

    /**
     * Sells a product, a plan or an add-on no more; what is subscribed to already goes on.
     *
     * @param id its id
     * @throws IllegalArgumentException if there is no such thing
     */
    public void archive(String id) {
        Catalog catalog = world.catalog();
        if (catalog.product(id).isEmpty()
                && catalog.plan(id).isEmpty()
                && catalog.addon(id).isEmpty()) {
            throw new IllegalArgumentException("there is no product, plan or add-on " + id);
        }
        world.versions().archive(id);
    }

    /**
     * Connects a billing system, or does without it.
     *
     * @param isConnected whether there is one
     */
    public void connectBilling(boolean isConnected) {
        world.payments().connect(isConnected);
    }

    /**
     * Returns the pages on which customers were to pay.
     *
     * @return all of them, in the order in which they were opened
     */
    public List<Checkout> checkouts() {
        return world.checkouts().all();
    }

    /**
     * A customer pays on a page.
     *
     * @param id the id of the page
     * @param now when
     * @return the page as it is then
     */
    public Checkout completeCheckout(String id, Instant now) {
        return world.checkouts().complete(id, now);
    }

    /**
     * A customer's payment on a page does not succeed.
     *
     * @param id the id of the page
     * @return the page as it is then
     */
    public Checkout failCheckout(String id) {
        return world.checkouts().fail(id);
    }

    /**
     * Nobody pays on a page in time.
     *
     * @param id the id of the page
     * @return the page as it is then
     */
    public Checkout expireCheckout(String id) {
        return world.checkouts().expire(id);
    }

    /**
     * The billing system says whether a payment succeeded that a subscription, or a change of it, waits for.
     *
     * @param subscriptionId the subscription's id
     * @param isPaid whether it did
     * @param now when
     * @return the subscription as it is then
     * @throws io.stigg.sdk.error.StiggApiException if there is no such subscription, or it has ended
     * @throws IllegalStateException if it does not wait for a payment
     */
    public Subscription settlePayment(String subscriptionId, boolean isPaid, Instant now) {
        LiveSubscription known = LiveSubscription.find(world, subscriptionId, new Refusals("SettlePayment"));
        SubscriptionRecord subscription = known.subscription();
        if (subscription.awaitsPayment()) {
            if (isPaid) {
                world.lifecycle().paid(known.customer(), subscription, now);
            } else {
                subscription.paymentFailed();
            }
        } else {
            Scheduled unpaid = subscription
                    .unpaid()
                    .orElseThrow(() -> new IllegalStateException(subscriptionId + " waits for no payment"));
            if (isPaid) {
                world.lifecycle().change(known.customer(), subscription, unpaid.after(), now);
            } else {
                subscription.cancelUnpaid();
            }
            known.changed(now);
        }
        return views.subscription(subscription, now);
    }

    /**
     * Returns what is sold now.
     *
     * @return the catalogue
     */
    public Catalog catalog() {
        return world.catalog();
    }

    /**
     * Finds a customer.
     *
     * @param customerId the customer's id
     * @return the customer
     */
    public Optional<Customer> customer(String customerId) {
        return world.customer(customerId).map(CustomerRecord::details);
    }

    /**
     * Lists the customers that were not archived.
     *
     * @return the customers in the order in which they were made
     */
    public List<Customer> customers() {
        return customers.values().stream()
                .filter(customer -> !customer.isArchived())
                .map(CustomerRecord::details)
                .toList();
    }

    /**
     * Finds a customer with all that is known of it.
     *
     * @param customerId the customer's id
     * @param now when
     * @return the customer
     */
    public Optional<CustomerDetails> customerDetails(String customerId, Instant now) {
        return world.customer(customerId).map(known -> customerOperations.details(known, now));
    }

    /**
     * Counts the subscriptions of a customer.
     *
     * @param customerId the customer's id
     * @return the counts
     */
    public Optional<CustomerStatistics> customerStatistics(String customerId) {
        return world.customer(customerId).map(customerOperations::statistics);
    }

    /**
     * Finds a subscription with all that is known of it.
     *
     * @param subscriptionId the subscription's id
     * @param now when
     * @return the subscription
     */
    public Optional<SubscriptionDetails> subscriptionDetails(String subscriptionId, Instant now) {
        return subscriptionOperations.details(subscriptionId, now);
    }

    /**
     * Finds a subscription as lists of active ones tell it.
     *
     * @param subscriptionId the subscription's id
     * @param now when
     * @return the subscription
     */
    public Optional<ActiveSubscription> activeSubscription(String subscriptionId, Instant now) {
        return subscriptionLists.active(subscriptionId, now);
    }

    /**
     * Lists subscriptions, also those that have ended or start later, and those of customers that were archived.
     *
     * @param customerId the customer's id
     * @param now when
     * @return the subscriptions in the order in which they were made
     */
    public List<Subscription> subscriptions(String customerId, Instant now) {
        return Optional.ofNullable(customers.get(customerId)).stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .map(subscription -> views.subscription(subscription, now))
                .toList();
    }

    /**
     * Tells why a subscription has ended.
     *
     * @param subscriptionId the subscription's id
     * @return the reason, empty if it has not ended
     */
    public Optional<EndReason> endReason(String subscriptionId) {
        return customers.values().stream()
                .flatMap(customer -> customer.subscriptions().stream())
                .filter(subscription -> subscription.id().equals(subscriptionId))
                .findAny()
                .flatMap(SubscriptionRecord::end)
                .map(SubscriptionEnd::reason);
    }

    /**
     * Lists the reports of calculated usage that were accepted.
     *
     * @param customerId the customer's id
     * @return the reports in order, each once
     */
    public List<ReportUsage> measurements(String customerId) {
        return Optional.ofNullable(customers.get(customerId))
                .map(customer -> List.copyOf(customer.measurements()))
                .orElse(List.of());
    }

    /**
     * Lists the events that were accepted.
     *
     * @return the events in order, each once
     */
    public List<UsageEvent> events() {
        return events.events();
    }

    /**
     * Counts the events that were dropped because they had been accepted before.
     *
     * @return how many there were
     */
    public int duplicateEvents() {
        return events.duplicates();
    }

    /** Denies a check that requests nothing once usage has reached a hard limit. */
    public void denyAtLimit() {
        verdicts.denyAtLimit();
    }

    /** Refuses a report that would take usage past a hard limit. */
    public void refuseReportsPastLimits() {
        reporting.refusePastLimits();
    }
}
