package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.Change;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.BillingCycleAnchor;
import io.stigg.sdk.subscription.OlderSubscriptionEntitlement;
import io.stigg.sdk.subscription.OlderSubscriptionEntitlementUpdate;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.UpdateSubscription;
import io.stigg.sdk.testkit.catalog.Grant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of subscriptions in their place. More takes effect at once, less as the request or the product's journey has it. A
 * change takes the place of one that waits. Not thread-safe; guarded by the environment.
 */
final class SubscriptionUpdates {
    private final World world;
    private final SubscriptionViews views;

    SubscriptionUpdates(World world) {
        this.world = world;
        this.views = new SubscriptionViews(world);
    }

    void serve(Operations operations) {
        operations.write(UpdateSubscription.class, this::update);
    }

    private Subscription update(UpdateSubscription request, Moment moment) {
        Instant now = moment.now();
        Refusals refusals = new Refusals("UpdateSubscription");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        SubscriptionRecord subscription = known.subscription();
        SelectionRules rules = world.provisioning().rules(refusals.operation());
        Selection before = subscription.selection();
        Selection after = rules.check(changed(before.request(), request, refusals), before);
        Optional<Instant> later = Schedules.time(request.scheduleStrategy(), subscription, now, refusals);
        checkCancellation(request.cancellationDate(), subscription, now, refusals);
        Optional<Trial> trial = request.trialEndDate().map(end -> trial(end, subscription, now, refusals));

        Selection atOnce = later.isPresent() ? rules.check(raised(before, after), before) : after;
        if (waitsForPayment(request, subscription, atOnce)) {
            subscription.awaitPayment(Schedules.unpaid(Schedules.difference(before, atOnce, now)));
        } else {
            world.lifecycle().change(known.customer(), subscription, atOnce, now);
        }
        later.map(at -> Schedules.difference(atOnce, after, at))
                .filter(change -> !change.updates().isEmpty())
                .ifPresent(change -> world.lifecycle().schedule(known.customer(), subscription, change));
        trial.ifPresent(longer -> world.lifecycle().tryUntil(known.customer(), subscription, longer));
        request.billingCycleAnchor()
                .filter(anchor -> anchor == BillingCycleAnchor.NOW)
                .ifPresent(anchor -> subscription.billFrom(now));
        cancel(request.cancellationDate(), known);
        known.changed(now);
        return views.subscription(subscription, now);
    }

    private static PlanSelection changed(PlanSelection before, UpdateSubscription request, Refusals refusals) {
        PlanSelection.Builder changed = before.toBuilder();
        request.billingPeriod().ifPresent(changed::billingPeriod);
        request.addons().ifPresent(changed::addons);
        request.quantities().ifPresent(quantities -> quantities.forEach(changed::quantity));
        request.charges().ifPresent(changed::charges);
        request.unitQuantity().ifPresent(changed::unitQuantity);
        request.promotionCode().ifPresent(changed::promotionCode);
        request.appliedCoupon().ifPresent(changed::appliedCoupon);
        request.budget().ifPresent(changed::budget);
        request.minimumSpend().ifPresent(changed::minimumSpend);
        request.priceOverrides().ifPresent(changed::priceOverrides);
        request.entitlements().ifPresent(changed::entitlements);
        request.subscriptionEntitlements()
                .ifPresent(older -> changed.subscriptionEntitlements(
                        older.stream().map(one -> named(one, refusals)).toList()));
        request.metadata().forEach(changed::metadata);
        return changed.build();
    }

    /** Entitlements have no ids of their own here. */
    private static OlderSubscriptionEntitlement named(OlderSubscriptionEntitlementUpdate older, Refusals refusals) {
        String featureId = older.featureId()
                .orElseThrow(() -> refusals.because(
                        ErrorCode.UNSUPPORTED_PARAMETER,
                        "Not supported here: subscriptionEntitlements by id, without featureId"));
        return OlderSubscriptionEntitlement.of(featureId, older.usage());
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
    static double quantityOf(String featureId, Selection selection) {
        Double bought = selection.request().quantities().get(featureId);
        return bought != null
                ? bought
                : Optional.ofNullable(selection.lineage().grants().get(featureId))
                        .map(Grant::limit)
                        .map(limit -> limit.orElse(0))
                        .orElse(0.0);
    }

    /** Whoever does not want to wait for a payment gets more when it has come. */
    private boolean waitsForPayment(UpdateSubscription request, SubscriptionRecord subscription, Selection after) {
        boolean isDeferred = !request.awaitPaymentConfirmation().orElse(true);
        return isDeferred
                && !subscription.isTrial()
                && world.payments().isCharged(after)
                && total(after).compareTo(total(subscription.selection())) > 0;
    }

    private static BigDecimal total(Selection selection) {
        return Bill.of(selection, selection.request().billingPeriod().orElse(BillingPeriod.MONTHLY))
                .total()
                .amount();
    }

    private static Trial trial(Instant end, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        Trial trial = subscription
                .trial()
                .orElseThrow(() -> refusals.because(
                        ErrorCode.INVALID_SUBSCRIPTION_STATUS, subscription.id() + " is not in a trial"));
        if (!end.isAfter(now)) {
            throw refusals.because(ErrorCode.BAD_USER_INPUT, "trialEndDate must lie ahead, not at " + end);
        }
        return trial.until(end);
    }

    private static void checkCancellation(
            Change<Instant> change, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        if (change instanceof Change.To<Instant> to
                && !(to.value().isAfter(now) && to.value().isAfter(subscription.start()))) {
            throw refusals.because(
                    ErrorCode.INVALID_CANCELLATION_DATE, "The subscription cannot be cancelled at " + to.value());
        }
    }

    private void cancel(Change<Instant> change, LiveSubscription known) {
        if (change instanceof Change.To<Instant> to) {
            world.lifecycle().cancelAt(known.customer(), known.subscription(), to.value(), false);
        } else if (change instanceof Change.Clear) {
            known.subscription().goOn();
        }
    }
}
