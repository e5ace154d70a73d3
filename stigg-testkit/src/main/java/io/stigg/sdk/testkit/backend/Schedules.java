package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.catalog.PackageReference;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.AddonChange;
import io.stigg.sdk.subscription.BillingPeriodChange;
import io.stigg.sdk.subscription.DowngradeChange;
import io.stigg.sdk.subscription.ScheduleStatus;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.ScheduleType;
import io.stigg.sdk.subscription.ScheduledAddon;
import io.stigg.sdk.subscription.ScheduledChange;
import io.stigg.sdk.subscription.ScheduledQuantity;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.UnitAmountChange;
import io.stigg.sdk.testkit.catalog.Addon;
import io.stigg.sdk.testkit.catalog.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** When changes that wait are made, and what is told of them until then. Changes nothing. */
final class Schedules {
    private Schedules() {}

    /**
     * Returns when a strategy has a change made.
     *
     * @return the instant, empty for at once
     * @throws io.stigg.sdk.error.StiggApiException if the subscription has no billing period to wait for
     */
    static Optional<Instant> time(
            Optional<ScheduleStrategy> strategy, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        ScheduleStrategy known = strategy.orElse(ScheduleStrategy.IMMEDIATE);
        if (known == ScheduleStrategy.IMMEDIATE) {
            return Optional.empty();
        }
        Instant end = subscription
                .at(now)
                .currentBillingPeriodEnd()
                .orElseThrow(() -> refusals.because(
                        ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD,
                        subscription.id() + " has no billing period"));
        return known == ScheduleStrategy.END_OF_BILLING_PERIOD
                ? Optional.of(end)
                : UsageWindows.at(now, subscription.start(), ResetPeriod.Unit.MONTH)
                        .end();
    }

    /** Schedules another plan. */
    static Scheduled downgrade(Selection after, Instant at) {
        DowngradeChange change = new DowngradeChange(
                after.plan().id(),
                after.request().billingPeriod(),
                new TreeMap<>(after.addonQuantities())
                        .entrySet().stream()
                                .map(addon -> new ScheduledAddon(addon.getKey(), addon.getValue()))
                                .toList(),
                new TreeMap<>(after.request().quantities())
                        .entrySet().stream()
                                .map(feature -> new ScheduledQuantity(feature.getKey(), feature.getValue()))
                                .toList(),
                List.of());
        return new Scheduled(at, after, List.of(update(ScheduleType.DOWNGRADE, reference(after.plan()), change, at)));
    }

    /** Schedules all that two selections of a plan differ in. */
    static Scheduled difference(Selection before, Selection after, Instant at) {
        List<ScheduledUpdate> updates = new ArrayList<>();
        PackageReference plan = reference(after.plan());
        if (!before.request().billingPeriod().equals(after.request().billingPeriod())) {
            BillingPeriodChange change = new BillingPeriodChange(after.request().billingPeriod());
            updates.add(update(ScheduleType.BILLING_PERIOD, plan, change, at));
        }
        new TreeMap<>(after.request().quantities()).forEach((featureId, quantity) -> {
            if (!quantity.equals(before.request().quantities().get(featureId))) {
                UnitAmountChange change = new UnitAmountChange(Optional.of(featureId), OptionalDouble.of(quantity));
                updates.add(update(ScheduleType.UNIT_AMOUNT, plan, change, at));
            }
        });
        for (Addon addon : union(before.addons(), after.addons()).values()) {
            int quantity = after.addons().getOrDefault(addon, 0);
            if (before.addons().getOrDefault(addon, 0) != quantity) {
                PackageReference target = new PackageReference(addon.id(), addon.displayName());
                updates.add(update(ScheduleType.ADDON, target, new AddonChange(addon.id(), quantity), at));
            }
        }
        return new Scheduled(at, after, List.copyOf(updates));
    }

    private static Map<String, Addon> union(Map<Addon, Integer> some, Map<Addon, Integer> others) {
        Map<String, Addon> all = new TreeMap<>();
        some.keySet().forEach(addon -> all.put(addon.id(), addon));
        others.keySet().forEach(addon -> all.put(addon.id(), addon));
        return all;
    }

    private static PackageReference reference(Plan plan) {
        return new PackageReference(plan.id(), plan.displayName());
    }

    private static ScheduledUpdate update(
            ScheduleType type, PackageReference target, ScheduledChange change, Instant at) {
        return new ScheduledUpdate(type, ScheduleStatus.SCHEDULED, at, Optional.of(target), Optional.of(change));
    }

    /**
     * Tells whether a plan is less than the one that is subscribed to: that one inherits from it, or it is free and that
     * one is not.
     *
     * @throws io.stigg.sdk.error.StiggApiException if nothing says which of the two is more
     */
    static boolean isDowngrade(Selection before, Selection after, Refusals refusals) {
        if (isPartOf(after, before)) {
            return true;
        }
        PricingType from = before.plan().pricingType();
        PricingType to = after.plan().pricingType();
        if (from == to && !isPartOf(before, after)) {
            throw refusals.because(
                    ErrorCode.UNSUPPORTED_PARAMETER,
                    "Not supported here: scheduleStrategy between plans of which neither inherits from the other");
        }
        return to.compareTo(from) < 0 && !isPartOf(before, after);
    }

    private static boolean isPartOf(Selection some, Selection other) {
        return !some.plan().id().equals(other.plan().id())
                && other.lineage().plans().stream()
                        .anyMatch(plan -> plan.id().equals(some.plan().id()));
    }
}
