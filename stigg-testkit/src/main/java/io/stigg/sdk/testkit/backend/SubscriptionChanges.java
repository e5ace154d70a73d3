package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CancellationTime;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.MigratedSubscription;
import io.stigg.sdk.subscription.MigrationTime;
import io.stigg.sdk.subscription.ScheduleStatus;
import io.stigg.sdk.subscription.ScheduleType;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.Subscription.Status;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.PlanLineage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends of subscriptions, and new versions of what is subscribed to. Not thread-safe; guarded by the environment. */
final class SubscriptionChanges {
    private final World world;

    SubscriptionChanges(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations
                .serve(CancelSubscription.class, this::cancel)
                .serve(CancelSubscriptionUpdates.class, this::cancelUpdates)
                .serve(MigrateSubscriptionToLatest.class, this::migrate);
    }

    /** Nothing is charged here, so there is nothing to prorate, and no billing system to wait for. */
    private Subscription cancel(CancelSubscription request, Moment moment) {
        Refusals refusals = new Refusals("CancelSubscription");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), moment.now(), refusals);
        Instant end = end(request, known.subscription(), moment.now(), refusals);
        known.subscription().endAt(end);
        known.customer().changesAt(end);
        known.changed(moment.now());
        return known.subscription().at(moment.now());
    }

    private static Instant end(
            CancelSubscription request, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        CancellationTime time = request.cancellationTime().orElse(CancellationTime.IMMEDIATE);
        if (time == CancellationTime.IMMEDIATE) {
            return now;
        }
        if (subscription.status(now) == Status.IN_TRIAL) {
            throw refusals.because(
                    ErrorCode.TRIAL_MUST_BE_CANCELLED_IMMEDIATELY, "A trial can only be cancelled immediately");
        }
        Optional<Instant> date = request.endDate();
        if (date.isEmpty()) {
            return endOfPeriod(subscription, now, refusals);
        }
        return date.filter(instant -> instant.isAfter(now) && instant.isAfter(subscription.start()))
                .orElseThrow(() -> refusals.because(
                        ErrorCode.INVALID_CANCELLATION_DATE, "The subscription cannot be cancelled at " + date.get()));
    }

    /** Nothing waits for a payment here. */
    private String cancelUpdates(CancelSubscriptionUpdates request, Moment moment) {
        Refusals refusals = new Refusals("CancelSubscriptionUpdates");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), moment.now(), refusals);
        boolean waitsForPayment = request.status().equals(Optional.of(ScheduleStatus.PENDING_PAYMENT));
        if (waitsForPayment || !known.subscription().cancelScheduled()) {
            throw refusals.because(
                    ErrorCode.FUTURE_UPDATE_NOT_FOUND,
                    "No such change of " + known.subscription().id() + " is yet to be made");
        }
        known.changed(moment.now());
        return known.subscription().id();
    }

    private MigratedSubscription migrate(MigrateSubscriptionToLatest request, Moment moment) {
        Refusals refusals = new Refusals("MigrateSubscriptionToLatest");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), moment.now(), refusals);
        SubscriptionRecord subscription = known.subscription();
        PlanLineage latest = latest(subscription);
        if (subscription.selection().lineage().equals(latest)) {
            throw refusals.because(
                    ErrorCode.SUBSCRIPTION_ALREADY_ON_LATEST_PLAN_ERROR,
                    subscription.id() + " has the latest version of its plan");
        }
        if (request.migrationTime().equals(Optional.of(MigrationTime.END_OF_BILLING_PERIOD))) {
            schedule(subscription, latest, moment.now(), refusals);
        } else {
            subscription.migrateTo(latest);
        }
        known.changed(moment.now());
        return new MigratedSubscription(
                subscription.id(), known.customer().details().id(), subscription.resourceId());
    }

    private static void schedule(SubscriptionRecord subscription, PlanLineage latest, Instant now, Refusals refusals) {
        if (subscription.scheduled().stream().anyMatch(SubscriptionChanges::migrates)) {
            throw refusals.because(
                    ErrorCode.SCHEDULED_MIGRATION_ALREADY_EXISTS_ERROR,
                    "A migration of " + subscription.id() + " is scheduled already");
        }
        if (subscription.scheduled().isPresent()) {
            throw refusals.because(
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "Not supported here: subscriptionMigrationTime beside another change that is scheduled");
        }
        Instant end = endOfPeriod(subscription, now, refusals);
        ScheduledUpdate told = new ScheduledUpdate(
                ScheduleType.MIGRATE_TO_LATEST, ScheduleStatus.SCHEDULED, end, Optional.empty(), Optional.empty());
        Selection after = subscription.selection().with(latest).orElseThrow();
        subscription.schedule(new Scheduled(end, after, List.of(told)));
    }

    private static boolean migrates(Scheduled scheduled) {
        return scheduled.updates().stream().anyMatch(update -> update.type() == ScheduleType.MIGRATE_TO_LATEST);
    }

    private static Instant endOfPeriod(SubscriptionRecord subscription, Instant now, Refusals refusals) {
        return subscription
                .at(now)
                .currentBillingPeriodEnd()
                .orElseThrow(() -> refusals.because(
                        ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD,
                        subscription.id() + " has no billing period"));
    }

    private PlanLineage latest(SubscriptionRecord subscription) {
        Plan plan = subscription.selection().plan();
        return world.catalog().lineage(world.catalog().plan(plan.id()).orElse(plan));
    }
}
