package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Change;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Changes of subscriptions in their place. Not thread-safe; guarded by the environment. */
final class SubscriptionUpdates {
    private final World world;

    SubscriptionUpdates(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations.serve(UpdateSubscription.class, this::update);
    }

    private Subscription update(UpdateSubscription request, Moment moment) {
        Instant now = moment.now();
        Refusals refusals = new Refusals("UpdateSubscription");
        Unsupported.TERMS.refuse(request, refusals);
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), now, refusals);
        SubscriptionRecord subscription = known.subscription();
        SelectionRules rules = world.provisioning().rules(refusals.operation());
        Selection before = subscription.selection();
        Selection after = rules.check(changed(before.request(), request), before);
        Optional<Instant> later = Schedules.time(request.scheduleStrategy(), subscription, now, refusals);
        checkCancellation(request.cancellationDate(), subscription, now, refusals);

        Selection atOnce = later.isPresent() ? rules.check(raised(before, after), before) : after;
        subscription.changeTo(atOnce);
        later.map(at -> Schedules.difference(atOnce, after, at))
                .filter(change -> !change.updates().isEmpty())
                .ifPresent(change -> {
                    subscription.schedule(change);
                    known.customer().changesAt(change.at());
                });
        cancel(request.cancellationDate(), known);
        known.changed(now);
        return subscription.at(now);
    }

    private static PlanSelection changed(PlanSelection before, UpdateSubscription request) {
        PlanSelection.Builder changed = before.toBuilder();
        request.billingPeriod().ifPresent(changed::billingPeriod);
        request.addons().ifPresent(changed::addons);
        request.quantities().ifPresent(quantities -> quantities.forEach(changed::quantity));
        request.charges().ifPresent(changed::charges);
        request.metadata().forEach(changed::metadata);
        return changed.build();
    }

    /** What of a change makes a subscription more, which never waits, and all that is neither more nor less. */
    private static PlanSelection raised(Selection before, Selection after) {
        PlanSelection.Builder raised = after.request().toBuilder();
        Map<String, Integer> addons = new HashMap<>(before.addonQuantities());
        after.addonQuantities().forEach((id, quantity) -> addons.merge(id, quantity, Math::max));
        raised.addons(addons);
        after.request().quantities().forEach((featureId, quantity) -> {
            if (quantity < quantityOf(featureId, before)) {
                raised.quantity(featureId, quantityOf(featureId, before));
            }
        });
        before.request()
                .billingPeriod()
                .filter(period -> period == BillingPeriod.ANNUALLY)
                .ifPresent(raised::billingPeriod);
        return raised.build();
    }

    /** What was bought, or else what comes with the plan. */
    private static double quantityOf(String featureId, Selection selection) {
        Double bought = selection.request().quantities().get(featureId);
        return bought != null
                ? bought
                : Optional.ofNullable(selection.lineage().grants().get(featureId))
                        .map(Grant::limit)
                        .map(limit -> limit.orElse(0))
                        .orElse(0.0);
    }

    private static void checkCancellation(
            Change<Instant> change, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        if (change instanceof Change.To<Instant> to
                && !(to.value().isAfter(now) && to.value().isAfter(subscription.start()))) {
            throw refusals.because(
                    ErrorCode.INVALID_CANCELLATION_DATE, "The subscription cannot be cancelled at " + to.value());
        }
    }

    private static void cancel(Change<Instant> change, LiveSubscription known) {
        if (change instanceof Change.To<Instant> to) {
            known.subscription().endAt(to.value());
            known.customer().changesAt(to.value());
        } else if (change instanceof Change.Clear) {
            known.subscription().goOn();
        }
    }
}
