package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.CreateSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.Subscription;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The ways to subscribe a customer. Nobody has to pay here. Not thread-safe; guarded by the environment. */
final class Subscribing {
    private static final Unsupported OF_CREATION =
            new Unsupported(Set.of("endDate", "isCustomPriceSubscription", "isTrial", "trialEndBehavior"));

    private final World world;

    Subscribing(World world) {
        this.world = world;
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    void serve(Operations operations) {
        operations
                .serve(ProvisionSubscription.class, this::provision)
                .serve(ApplySubscription.class, this::apply)
                .serve(CreateSubscription.class, this::create);
    }

    private ProvisionedSubscription provision(ProvisionSubscription request, Moment moment) {
        Asked asked = new Asked(
                request.customerId(),
                request.selection(),
                request.startDate(),
                request.cancellationDate(),
                request.payingCustomerId(),
                request.scheduleStrategy());
        Subscription made = subscribe(asked, moment, new Refusals("ProvisionSubscription"));
        return new ProvisionedSubscription.Created(
                made, Optional.of(world.snapshots().of(request.scope(), moment)));
    }

    private AppliedSubscription apply(ApplySubscription request, Moment moment) {
        Refusals refusals = new Refusals("ApplySubscription");
        Unsupported.TERMS.refuse(request, refusals);
        Asked asked = new Asked(
                request.customerId(),
                request.selection(),
                request.startDate(),
                request.cancellationDate(),
                request.payingCustomerId(),
                request.scheduleStrategy());
        Subscription made = subscribe(asked, moment, refusals);
        return new AppliedSubscription(
                Optional.of(made), Optional.of(world.snapshots().of(request.scope(), moment)));
    }

    @SuppressWarnings("deprecation") // what is deprecated is served nonetheless
    private Subscription create(CreateSubscription request, Moment moment) {
        Refusals refusals = new Refusals("CreateSubscription");
        OF_CREATION.refuse(request, refusals);
        Asked asked = new Asked(
                request.customerId(),
                request.selection(),
                request.startDate(),
                request.cancellationDate(),
                request.payingCustomerId(),
                request.scheduleStrategy());
        return subscribe(asked, moment, refusals);
    }

    /** What the ways to subscribe have in common. */
    private record Asked(
            String customerId,
            PlanSelection selection,
            Optional<Instant> startDate,
            Optional<Instant> cancellationDate,
            Optional<String> payingCustomerId,
            Optional<ScheduleStrategy> scheduleStrategy) {}

    private Subscription subscribe(Asked asked, Moment moment, Refusals refusals) {
        Instant now = moment.now();
        Selection selection = world.provisioning().rules(refusals.operation()).check(asked.selection());
        CustomerRecord customer = world.existing(asked.customerId(), refusals);
        asked.payingCustomerId().ifPresent(id -> world.existing(id, refusals));
        world.provisioning().checkId(selection, refusals);
        Instant start = asked.startDate().orElse(now);
        asked.cancellationDate().filter(end -> !end.isAfter(start)).ifPresent(end -> {
            throw refusals.because(ErrorCode.INVALID_CANCELLATION_DATE, "It would be cancelled before it starts");
        });
        SubscriptionRecord subscription = scheduled(asked, customer, selection, now, refusals)
                .orElseGet(() -> world.provisioning().subscribe(customer, selection, start, now));
        asked.payingCustomerId().ifPresent(id -> subscription.paidBy(Optional.of(id)));
        asked.cancellationDate().ifPresent(end -> {
            subscription.endAt(end);
            customer.changesAt(end);
        });
        world.news().entitlements(customer.reachedFrom(subscription.resourceId()), now);
        return subscription.at(now);
    }

    /** A lower plan can wait for the end of what was paid for; a higher one is there at once. */
    private static Optional<SubscriptionRecord> scheduled(
            Asked asked, CustomerRecord customer, Selection selection, Instant now, Refusals refusals) {
        if (asked.scheduleStrategy().orElse(ScheduleStrategy.IMMEDIATE) == ScheduleStrategy.IMMEDIATE) {
            return Optional.empty();
        }
        Optional<SubscriptionRecord> current = customer.subscriptions().stream()
                .filter(other -> other.isLive(now))
                .filter(other -> other.selection()
                        .product()
                        .id()
                        .equals(selection.product().id()))
                .filter(other -> other.resourceId().equals(selection.request().resourceId()))
                .filter(other -> Schedules.isDowngrade(other.selection(), selection, refusals))
                .findAny();
        current.ifPresent(subscription -> schedule(asked, customer, subscription, selection, now, refusals));
        return current;
    }

    private static void schedule(
            Asked asked,
            CustomerRecord customer,
            SubscriptionRecord subscription,
            Selection selection,
            Instant now,
            Refusals refusals) {
        if (asked.startDate().isPresent()
                || asked.cancellationDate().isPresent()
                || asked.selection().subscriptionId().isPresent()) {
            throw refusals.because(
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "Not supported here: startDate, cancellationDate or an id with a downgrade that waits");
        }
        Instant at = Schedules.time(asked.scheduleStrategy(), subscription, now, refusals)
                .orElse(now);
        subscription.schedule(Schedules.downgrade(selection, at));
        customer.changesAt(at);
    }
}
