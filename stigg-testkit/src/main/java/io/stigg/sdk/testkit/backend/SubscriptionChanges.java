package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.CancelSubscriptionUpdates;
import io.stigg.sdk.subscription.CancellationAction;
import io.stigg.sdk.subscription.CancellationTime;
import io.stigg.sdk.subscription.MigrateSubscriptionToLatest;
import io.stigg.sdk.subscription.MigratedSubscription;
import io.stigg.sdk.subscription.MigrationTime;
import io.stigg.sdk.subscription.ScheduleStatus;
import io.stigg.sdk.subscription.ScheduleType;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends of subscriptions, and new versions of what is subscribed to. Not thread-safe; guarded by the environment. */
final class SubscriptionChanges {
    private final World world;
    private final SubscriptionViews views;

    SubscriptionChanges(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
    }

    void serve(Operations operations) {
        operations
                .write(CancelSubscription.class, this::cancel)
                .write(CancelSubscriptionUpdates.class, this::cancelUpdates)
                .write(MigrateSubscriptionToLatest.class, this::migrate);
    }

    /** Nothing is given back here, and there is no billing system to wait for. */
    private Subscription cancel(CancelSubscription request, Moment moment) {
        Refusals refusals = new Refusals("CancelSubscription");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        SubscriptionRecord subscription = known.subscription();
        Optional<Instant> later = end(request, subscription, moment.now(), refusals);
        boolean revokes = request.cancellationAction().equals(Optional.of(CancellationAction.REVOKE_ENTITLEMENTS));
        if (later.isPresent()) {
            world.lifecycle().cancelAt(known.customer(), subscription, later.get(), revokes);
        } else {
            subscription.cancelAt(moment.now(), revokes);
            world.lifecycle()
                    .end(known.customer(), subscription, new SubscriptionEnd(moment.now(), EndReason.IMMEDIATE));
        }
        known.changed(moment.now());
        return views.subscription(subscription, moment.now());
    }

    /** Returns when it is cancelled, empty for at once. Only a trial is always cancelled at once. */
    private static Optional<Instant> end(
            CancelSubscription request, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        CancellationTime usual = subscription.product().journey().cancellation();
        boolean hasNoPeriod = subscription.isTrial()
                || new BillingPeriods(subscription).current(now).isEmpty();
        CancellationTime time = request.cancellationTime()
                .orElse(
                        usual == CancellationTime.END_OF_BILLING_PERIOD && hasNoPeriod
                                ? CancellationTime.IMMEDIATE
                                : usual);
        if (time == CancellationTime.IMMEDIATE) {
            return Optional.empty();
        }
        if (subscription.isTrial()) {
            throw refusals.because(
                    ErrorCode.TRIAL_MUST_BE_CANCELLED_IMMEDIATELY, "A trial can only be cancelled immediately");
        }
        Optional<Instant> date = request.endDate();
        if (date.isEmpty()) {
            return Optional.of(endOfPeriod(subscription, now, refusals));
        }
        return Optional.of(date.filter(instant -> instant.isAfter(now) && instant.isAfter(subscription.start()))
                .orElseThrow(() -> refusals.because(
                        ErrorCode.INVALID_CANCELLATION_DATE, "The subscription cannot be cancelled at " + date.get())));
    }

    private String cancelUpdates(CancelSubscriptionUpdates request, Moment moment) {
        Refusals refusals = new Refusals("CancelSubscriptionUpdates");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        SubscriptionRecord subscription = known.subscription();
        boolean isUnpaid = request.status().equals(Optional.of(ScheduleStatus.PENDING_PAYMENT));
        if ((isUnpaid ? subscription.unpaid() : subscription.scheduled()).isEmpty()) {
            throw refusals.because(
                    ErrorCode.FUTURE_UPDATE_NOT_FOUND, "No such change of " + subscription.id() + " is yet to be made");
        }
        if (isUnpaid) {
            subscription.cancelUnpaid();
        } else {
            subscription.cancelScheduled();
        }
        known.changed(moment.now());
        return subscription.id();
    }

    private MigratedSubscription migrate(MigrateSubscriptionToLatest request, Moment moment) {
        Refusals refusals = new Refusals("MigrateSubscriptionToLatest");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        SubscriptionRecord subscription = known.subscription();
        Selection latest = world.versions().latest(subscription.selection());
        check(subscription, latest, refusals);
        if (request.migrationTime().equals(Optional.of(MigrationTime.END_OF_BILLING_PERIOD))) {
            schedule(known, latest, moment.now(), refusals);
        } else {
            world.lifecycle().change(known.customer(), subscription, latest, moment.now());
        }
        known.changed(moment.now());
        return new MigratedSubscription(
                subscription.id(), known.customer().details().id(), subscription.resourceId());
    }

    private static void check(SubscriptionRecord subscription, Selection latest, Refusals refusals) {
        if (subscription.selection().equals(latest)) {
            throw refusals.because(
                    ErrorCode.SUBSCRIPTION_ALREADY_ON_LATEST_PLAN_ERROR,
                    subscription.id() + " has the latest version of its plan");
        }
        PricingType from = subscription.selection().plan().pricingType();
        PricingType to = latest.plan().pricingType();
        if (!isMigrated(from, to)) {
            throw refusals.because(
                    ErrorCode.INVALID_ARGUMENT_ERROR,
                    "What was " + from + " and is " + to + " has to be provisioned anew");
        }
    }

    /** Less can be had in place; what has to be paid or agreed upon has to be provisioned anew. */
    static boolean isMigrated(PricingType from, PricingType to) {
        return from == to || from == PricingType.PAID || (from == PricingType.CUSTOM && to == PricingType.FREE);
    }

    private void schedule(LiveSubscription known, Selection latest, Instant now, Refusals refusals) {
        SubscriptionRecord subscription = known.subscription();
        if (subscription.scheduled().stream().anyMatch(SubscriptionChanges::migrates)) {
            throw refusals.because(
                    ErrorCode.SCHEDULED_MIGRATION_ALREADY_EXISTS_ERROR,
                    "A migration of " + subscription.id() + " is scheduled already");
        }
        Instant end = endOfPeriod(subscription, now, refusals);
        ScheduledUpdate told = new ScheduledUpdate(
                ScheduleType.MIGRATE_TO_LATEST, ScheduleStatus.SCHEDULED, end, Optional.empty(), Optional.empty());
        world.lifecycle().schedule(known.customer(), subscription, new Scheduled(end, latest, List.of(told)));
    }

    private static boolean migrates(Scheduled scheduled) {
        return scheduled.updates().stream().anyMatch(update -> update.type() == ScheduleType.MIGRATE_TO_LATEST);
    }

    private static Instant endOfPeriod(SubscriptionRecord subscription, Instant now, Refusals refusals) {
        return new BillingPeriods(subscription)
                .current(now)
                .flatMap(UsagePeriod::end)
                .orElseThrow(() -> refusals.because(
                        ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD,
                        subscription.id() + " has no billing period"));
    }
}
