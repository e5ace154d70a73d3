package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.TrialEndBehavior;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.TrialOverride;
import io.stigg.sdk.testkit.Checkout;
import java.time.Instant;
import java.util.Optional;

/** The ways to subscribe a customer. Not thread-safe; guarded by the environment. */
final class Subscribing {
    private final World world;
    private final SubscriptionViews views;

    Subscribing(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    void serve(Operations operations) {
        operations
                .write(ProvisionSubscription.class, this::provision)
                .write(ApplySubscription.class, this::apply)
                .write(CreateSubscription.class, this::create);
    }

    private ProvisionedSubscription provision(ProvisionSubscription request, Moment moment) {
        Refusals refusals = new Refusals("ProvisionSubscription");
        Asked asked = new Asked(
                request.customerId(),
                request.selection(),
                request.startDate(),
                request.cancellationDate(),
                Optional.empty(),
                request.payingCustomerId(),
                request.scheduleStrategy(),
                request.skipTrial().orElse(false));
        Wish wish = check(asked, moment.now(), refusals);
        if (wish.trial.isEmpty() && world.payments().isMissing(wish.customer, wish.selection)) {
            return checkout(request, wish, moment.now(), refusals);
        }
        Subscription made = views.subscription(fulfil(wish, moment.now(), refusals), moment.now());
        return new ProvisionedSubscription.Created(
                made, Optional.of(world.snapshots().of(request.scope(), moment)));
    }

    private ProvisionedSubscription checkout(ProvisionSubscription request, Wish wish, Instant now, Refusals refusals) {
        if (request.checkoutOptions().isEmpty()) {
            throw refusals.because(
                    ErrorCode.FAILED_TO_CREATE_CHECKOUT_SESSION_ERROR,
                    "The customer has to pay, and checkoutOptions do not say where to go then");
        }
        Checkout page = world.checkouts()
                .open(wish.customer, wish.selection.plan().id(), then -> complete(wish, then, refusals), now);
        return new ProvisionedSubscription.PaymentRequired(page.url(), Optional.of(page.id()));
    }

    /** What was wished for starts when it is paid, unless it was to start later. */
    private void complete(Wish wish, Instant now, Refusals refusals) {
        Instant start = wish.start.isBefore(now) ? now : wish.start;
        fulfil(new Wish(wish.asked, wish.customer, wish.selection, start, wish.trial), now, refusals);
    }

    private AppliedSubscription apply(ApplySubscription request, Moment moment) {
        Refusals refusals = new Refusals("ApplySubscription");
        PlanSelection selection = request.trialEndDate()
                .map(end -> trying(request.selection(), TrialOverride.trialUntil(end)))
                .orElse(request.selection());
        Asked asked = new Asked(
                request.customerId(),
                selection,
                request.startDate(),
                request.cancellationDate(),
                Optional.empty(),
                request.payingCustomerId(),
                request.scheduleStrategy(),
                request.skipTrial().orElse(false));
        Wish wish = check(asked, moment.now(), refusals);
        request.paymentMethodId().ifPresent(id -> wish.customer.setPaymentMethod(Optional.of(id)));
        Subscription made = views.subscription(fulfil(wish, moment.now(), refusals), moment.now());
        return new AppliedSubscription(
                Optional.of(made), Optional.of(world.snapshots().of(request.scope(), moment)));
    }

    /** The behaviour of a trial that was asked for stays. */
    private static PlanSelection trying(PlanSelection selection, TrialOverride trial) {
        Optional<TrialEndBehavior> behavior =
                selection.trialOverrideConfiguration().flatMap(TrialOverride::trialEndBehavior);
        return selection.toBuilder()
                .trialOverrideConfiguration(behavior.map(trial::then).orElse(trial))
                .build();
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    private Subscription create(CreateSubscription request, Moment moment) {
        Refusals refusals = new Refusals("CreateSubscription");
        if (request.isCustomPriceSubscription().orElse(false)) {
            throw refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: isCustomPriceSubscription");
        }
        Asked asked = new Asked(
                request.customerId(),
                request.isTrial()
                        .map(isTrial -> trying(request.selection(), trial(isTrial, request.trialEndBehavior())))
                        .orElse(request.selection()),
                request.startDate(),
                request.cancellationDate(),
                request.endDate(),
                request.payingCustomerId(),
                request.scheduleStrategy(),
                false);
        Wish wish = check(asked, moment.now(), refusals);
        return views.subscription(fulfil(wish, moment.now(), refusals), moment.now());
    }

    private static TrialOverride trial(boolean isTrial, Optional<TrialEndBehavior> behavior) {
        TrialOverride trial = isTrial ? TrialOverride.trial() : TrialOverride.noTrial();
        return behavior.filter(any -> isTrial).map(trial::then).orElse(trial);
    }

    /** What the ways to subscribe have in common. */
    private record Asked(
            String customerId,
            PlanSelection selection,
            Optional<Instant> startDate,
            Optional<Instant> cancellationDate,
            Optional<Instant> endDate,
            Optional<String> payingCustomerId,
            Optional<ScheduleStrategy> scheduleStrategy,
            boolean skipsTrial) {}

    /** What may be done, as far as is known before it is paid. */
    private record Wish(
            Asked asked, CustomerRecord customer, Selection selection, Instant start, Optional<Trial> trial) {}

    private Wish check(Asked asked, Instant now, Refusals refusals) {
        Selection selection = world.provisioning().rules(refusals.operation()).check(asked.selection);
        CustomerRecord customer = world.existing(asked.customerId, refusals);
        asked.payingCustomerId.ifPresent(id -> world.existing(id, refusals));
        world.provisioning().checkId(selection, refusals);
        Instant start = asked.startDate.orElse(now);
        asked.cancellationDate
                .or(() -> asked.endDate)
                .filter(end -> !end.isAfter(start))
                .ifPresent(end -> {
                    throw refusals.because(
                            ErrorCode.INVALID_CANCELLATION_DATE, "It would be cancelled before it starts");
                });
        return new Wish(
                asked, customer, selection, start, Trials.of(selection, customer, asked.skipsTrial, start, refusals));
    }

    private SubscriptionRecord fulfil(Wish wish, Instant now, Refusals refusals) {
        SubscriptionRecord subscription = scheduled(wish, now, refusals).orElseGet(() -> begin(wish, now));
        world.news().entitlements(wish.customer.reachedFrom(subscription.resourceId()), now);
        return subscription;
    }

    private SubscriptionRecord begin(Wish wish, Instant now) {
        boolean waits = wish.trial.isEmpty()
                && world.payments().isCharged(wish.selection)
                && (wish.customer.paymentMethodId().isEmpty()
                        || !wish.selection.request().awaitPaymentConfirmation().orElse(true));
        return world.lifecycle()
                .begin(
                        wish.customer,
                        wish.selection,
                        new Beginning(
                                wish.start,
                                wish.trial,
                                wish.asked.cancellationDate,
                                wish.asked.endDate,
                                wish.asked.payingCustomerId,
                                waits),
                        now);
    }

    /** A lower plan, or less of the same, can wait for the end of what was paid for; a higher one is there at once. */
    private Optional<SubscriptionRecord> scheduled(Wish wish, Instant now, Refusals refusals) {
        if (wish.trial.isPresent() || wish.asked.startDate.isPresent()) {
            return Optional.empty();
        }
        Optional<SubscriptionRecord> current = wish.customer.subscriptions().stream()
                .filter(other -> other.isLive() && !other.isTrial())
                .filter(other -> other.isFor(
                        wish.selection.product(), wish.selection.request().resourceId()))
                .filter(other -> Schedules.isDowngrade(other.selection(), wish.selection)
                        || Schedules.isLess(other.selection(), wish.selection))
                .findAny();
        return current.flatMap(subscription -> {
            Optional<Instant> time = Schedules.time(wish.asked.scheduleStrategy, subscription, now, refusals);
            time.ifPresent(at -> schedule(wish, subscription, at, refusals));
            return time.map(at -> subscription);
        });
    }

    private void schedule(Wish wish, SubscriptionRecord subscription, Instant at, Refusals refusals) {
        if (wish.asked.cancellationDate.isPresent()
                || wish.selection.request().subscriptionId().isPresent()) {
            throw refusals.because(
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "Not supported here: cancellationDate or an id with a downgrade that waits");
        }
        boolean isSamePlan = subscription
                .selection()
                .plan()
                .id()
                .equals(wish.selection.plan().id());
        world.lifecycle()
                .schedule(
                        wish.customer,
                        subscription,
                        isSamePlan
                                ? Schedules.difference(subscription.selection(), wish.selection, at)
                                : Schedules.downgrade(wish.selection, at));
    }
}
