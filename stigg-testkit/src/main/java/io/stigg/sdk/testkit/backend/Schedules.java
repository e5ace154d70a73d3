package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.PackageReference;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** When changes that wait are made, and what is told of them until then. Changes nothing. */
final class Schedules {
    private Schedules() {}

    /**
     * Returns when less takes effect: as is asked for, else as the product's journey has it.
     *
     * @return the instant, empty for at once
     * @throws io.stigg.sdk.error.StiggApiException if it is to wait for a billing period that there is not
     */
    static Optional<Instant> time(
            Optional<ScheduleStrategy> strategy, SubscriptionRecord subscription, Instant now, Refusals refusals) {
        Optional<Instant> end = new BillingPeriods(subscription).current(now).flatMap(UsagePeriod::end);
        if (strategy.isEmpty()) {
            return end.filter(any -> subscription.product().journey().delaysDowngrades());
        } else if (strategy.get() == ScheduleStrategy.IMMEDIATE) {
            return Optional.empty();
        } else if (end.isEmpty()) {
            throw refusals.because(
                    ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD, subscription.id() + " has no billing period");
        }
        return strategy.get() == ScheduleStrategy.END_OF_BILLING_PERIOD
                ? end
                : UsageWindows.at(now, subscription.billingAnchor(), ResetPeriod.Unit.MONTH)
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

    /** The same changes, which wait for a payment instead of a time. */
    static Scheduled unpaid(Scheduled change) {
        return new Scheduled(
                change.at(),
                change.after(),
                change.updates().stream()
                        .map(told -> new ScheduledUpdate(
                                told.type(),
                                ScheduleStatus.PENDING_PAYMENT,
                                told.executionTime(),
                                told.targetPackage(),
                                told.change()))
                        .toList());
    }

    /**
     * Tells whether less of the same plan is asked for: fewer units or add-ons, or a shorter commitment, and nothing more.
     */
    static boolean isLess(Selection before, Selection after) {
        if (!before.plan().id().equals(after.plan().id())) {
            return false;
        }
        List<Integer> directions = new ArrayList<>();
        directions.add(Boolean.compare(isYearly(after), isYearly(before)));
        union(before.addons(), after.addons())
                .values()
                .forEach(addon -> directions.add(Integer.compare(
                        after.addons().getOrDefault(addon, 0), before.addons().getOrDefault(addon, 0))));
        Set<String> features = new TreeSet<>(before.request().quantities().keySet());
        features.addAll(after.request().quantities().keySet());
        features.forEach(featureId -> directions.add(Double.compare(
                SubscriptionUpdates.quantityOf(featureId, after), SubscriptionUpdates.quantityOf(featureId, before))));
        return directions.stream().anyMatch(direction -> direction < 0)
                && directions.stream().noneMatch(direction -> direction > 0);
    }

    private static boolean isYearly(Selection selection) {
        return selection.request().billingPeriod().equals(Optional.of(BillingPeriod.ANNUALLY));
    }

    /**
     * Tells whether a plan is less than the one that is subscribed to: that one inherits from it, or costs more, or it is
     * free and that one is not.
     */
    static boolean isDowngrade(Selection before, Selection after) {
        if (before.plan().id().equals(after.plan().id())
                || after.includes(before.plan().id())) {
            return false;
        } else if (before.includes(after.plan().id())) {
            return true;
        }
        PricingType from = before.plan().pricingType();
        PricingType to = after.plan().pricingType();
        boolean areBothPaid = from == PricingType.PAID && to == PricingType.PAID;
        return areBothPaid
                ? Bill.startingPrice(after.plan()).compareTo(Bill.startingPrice(before.plan())) < 0
                : to.compareTo(from) < 0;
    }
}
