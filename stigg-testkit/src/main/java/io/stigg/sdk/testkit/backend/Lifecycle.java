package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.EndReason;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.Journey;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.testkit.catalog.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The life of subscriptions: how they begin, take the place of others, go over from trials, change and end, be it because
 * somebody wants it or because the time has come. Not thread-safe; guarded by the environment.
 *
 * <p>To a product, for each resource or for the customer as a whole, there is one live subscription at most, and one live
 * trial beside it.
 */
final class Lifecycle {
    private static final Duration PATIENCE_FOR_PAYMENTS = Duration.ofHours(24);

    private final CatalogVersions versions;
    private final Timeline timeline;
    private final News news;
    private final Payments payments;
    private final UsageRestarts restarts;
    private final RecurringCredits credits;
    private int numbers;

    Lifecycle(CatalogVersions versions, Timeline timeline, News news, Payments payments, RecurringCredits credits) {
        this.versions = versions;
        this.timeline = timeline;
        this.news = news;
        this.payments = payments;
        this.restarts = new UsageRestarts(versions);
        this.credits = credits;
    }

    /** Makes a subscription, and starts it unless that is to be later. One that would have started later never will. */
    SubscriptionRecord begin(CustomerRecord customer, Selection selection, Beginning beginning, Instant now) {
        SubscriptionRecord made = new SubscriptionRecord(
                selection.request().subscriptionId().orElseGet(() -> newId(selection)),
                customer.details().id(),
                selection,
                beginning,
                now);
        List.copyOf(customer.subscriptions()).stream()
                .filter(other -> made.isBeside(other) && !other.hasEnded() && !other.hasBegun())
                .filter(other -> other.isTrial() == made.isTrial())
                .forEach(other -> finish(customer, other, new SubscriptionEnd(now, EndReason.UPGRADE_OR_DOWNGRADE)));
        customer.subscriptions().add(made);
        customer.changesAt(now);
        if (made.start().isAfter(now)) {
            customer.changesAt(made.start());
            byItself(customer, made, made.start(), due -> startLatest(customer, made, due));
        } else {
            start(customer, made, now);
        }
        made.cancellation().ifPresent(end -> cancelAt(customer, made, end, false));
        made.lastDay().ifPresent(end -> {
            customer.changesAt(end);
            byItself(customer, made, end, due -> end(customer, made, new SubscriptionEnd(due, EndReason.EXPIRED)));
        });
        return made;
    }

    private String newId(Selection selection) {
        return "subscription-" + selection.plan().id().replaceFirst("^plan-", "") + "-" + ++numbers;
    }

    /** Plans something that happens to a subscription, unless it has ended by then, and tells of it when it happens. */
    private void byItself(
            CustomerRecord customer, SubscriptionRecord subscription, Instant at, Consumer<Instant> event) {
        timeline.at(at, due -> {
            if (!subscription.hasEnded()) {
                event.accept(due);
                news.entitlements(customer.reachedFrom(subscription.resourceId()), due);
            }
        });
    }

    /** What starts later starts with what is sold then. */
    private void startLatest(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        subscription.migrate(versions::latest);
        start(customer, subscription, now);
    }

    private void start(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        subscription.begin();
        if (subscription.awaitsPayment()) {
            byItself(customer, subscription, now.plus(PATIENCE_FOR_PAYMENTS), due -> {
                if (subscription.awaitsPayment()) {
                    end(customer, subscription, new SubscriptionEnd(due, EndReason.PENDING_PAYMENT_EXPIRED));
                }
            });
        } else {
            takeEffect(customer, subscription, now);
        }
        subscription.trial().ifPresent(trial -> planEndOfTrial(customer, subscription, trial));
    }

    /** Takes the place of those that may not be beside it. */
    private void takeEffect(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        Instant since = subscription.start();
        List<SubscriptionRecord> replaced = replaced(customer, subscription);
        for (SubscriptionRecord other : replaced) {
            Instant end = since.isBefore(other.start()) ? other.start() : since;
            EndReason reason = other.isTrial() && !subscription.isTrial()
                    ? EndReason.TRIAL_CONVERTED
                    : EndReason.UPGRADE_OR_DOWNGRADE;
            finish(customer, other, new SubscriptionEnd(end, reason));
        }
        replaced.stream().findFirst().ifPresent(other -> restarts.replace(customer, other, subscription, now));
        customer.changesAt(since.isAfter(now) ? now : since);
        credits.begin(customer, subscription, now);
    }

    private static List<SubscriptionRecord> replaced(CustomerRecord customer, SubscriptionRecord subscription) {
        String planId = subscription.selection().plan().id();
        Predicate<SubscriptionRecord> isOfTheKind = other -> other.isTrial() == subscription.isTrial()
                || (!subscription.isTrial() && other.selection().plan().id().equals(planId));
        return customer.subscriptions().stream()
                .filter(other -> subscription.isBeside(other) && other.isLive())
                .filter(isOfTheKind)
                .toList();
    }

    /** A subscription has been paid for at last. */
    void paid(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        subscription.paid();
        takeEffect(customer, subscription, now);
        news.entitlements(customer.reachedFrom(subscription.resourceId()), now);
    }

    /** Lets a trial end at another time. */
    void tryUntil(CustomerRecord customer, SubscriptionRecord subscription, Trial longer) {
        subscription.tryUntil(longer);
        planEndOfTrial(customer, subscription, longer);
    }

    private void planEndOfTrial(CustomerRecord customer, SubscriptionRecord subscription, Trial trial) {
        customer.changesAt(trial.end());
        byItself(customer, subscription, trial.end(), due -> {
            if (subscription.trial().equals(Optional.of(trial))) {
                endTrial(customer, subscription, trial, due);
            }
        });
    }

    private void endTrial(CustomerRecord customer, SubscriptionRecord subscription, Trial trial, Instant now) {
        if (trial.converts() && !payments.isMissing(customer, subscription.selection())) {
            subscription.convert(now);
            replaced(customer, subscription)
                    .forEach(
                            other -> finish(customer, other, new SubscriptionEnd(now, EndReason.UPGRADE_OR_DOWNGRADE)));
            customer.changesAt(now);
        } else {
            end(customer, subscription, new SubscriptionEnd(now, EndReason.TRIAL_ENDED));
        }
    }

    /** Cancels a subscription at an instant that lies ahead. */
    void cancelAt(CustomerRecord customer, SubscriptionRecord subscription, Instant at, boolean revokes) {
        subscription.cancelAt(at, revokes);
        customer.changesAt(at);
        byItself(customer, subscription, at, due -> {
            if (subscription.cancellation().equals(Optional.of(at))) {
                end(customer, subscription, new SubscriptionEnd(at, EndReason.SCHEDULED_CANCELLATION));
            }
        });
    }

    /** Makes a change when its time has come. */
    void schedule(CustomerRecord customer, SubscriptionRecord subscription, Scheduled change) {
        subscription.schedule(change);
        customer.changesAt(change.at());
        byItself(
                customer,
                subscription,
                change.at(),
                due -> subscription
                        .scheduled()
                        .filter(change::isToldAs)
                        .ifPresent(planned -> change(customer, subscription, planned.after(), due)));
    }

    /** Changes what is subscribed to. */
    void change(CustomerRecord customer, SubscriptionRecord subscription, Selection after, Instant now) {
        Selection before = subscription.selection();
        subscription.changeTo(after);
        if (!before.plan().id().equals(after.plan().id())) {
            restarts.change(customer, subscription, before, now);
        }
        customer.changesAt(now);
        credits.change(customer, subscription, now);
    }

    /** What is subscribed to has gone over to other versions. */
    void migrated(CustomerRecord customer, SubscriptionRecord subscription, Instant now) {
        customer.changesAt(now);
        credits.change(customer, subscription, now);
    }

    /** Ends a subscription, and with it what does not outlast it; what follows upon it begins. */
    void end(CustomerRecord customer, SubscriptionRecord subscription, SubscriptionEnd how) {
        boolean gaveAccess = subscription.isLive();
        finish(customer, subscription, how);
        if (!gaveAccess || !how.isDeparture()) {
            return;
        }
        Journey journey = subscription.product().journey();
        if (how.reason() != EndReason.TRIAL_ENDED) {
            List.copyOf(customer.subscriptions()).stream()
                    .filter(other -> other.isLive() && journey.cancels().contains(other.productId()))
                    .forEach(other -> {
                        end(customer, other, new SubscriptionEnd(how.at(), EndReason.AUTO_CANCELLATION_RULE));
                        news.entitlements(customer.reachedFrom(other.resourceId()), how.at());
                    });
        }
        journey.freePlanAtEnd()
                .filter(planId -> !subscription.revokesAtEnd())
                .filter(planId -> !subscription.selection().plan().id().equals(planId))
                .filter(planId -> customer.subscriptions().stream()
                        .noneMatch(other -> other.isLive()
                                && !other.isTrial()
                                && other.isFor(subscription.product(), subscription.resourceId())))
                .flatMap(versions.current()::plan)
                .ifPresent(plan -> {
                    Selection free = free(plan, subscription.resourceId());
                    SubscriptionRecord next = begin(customer, free, Beginning.at(how.at()), how.at());
                    restarts.replace(customer, subscription, next, how.at());
                });
    }

    private Selection free(Plan plan, Optional<String> resourceId) {
        Catalog catalog = versions.current();
        Product product = catalog.product(plan);
        PlanSelection request = PlanSelection.of(plan.id());
        return new Selection(
                resourceId.map(request::forResource).orElse(request), product, catalog.lineage(plan), Map.of());
    }

    private void finish(CustomerRecord customer, SubscriptionRecord subscription, SubscriptionEnd how) {
        subscription.end(how);
        customer.changesAt(how.at());
        credits.end(customer, subscription, how.at());
    }
}
