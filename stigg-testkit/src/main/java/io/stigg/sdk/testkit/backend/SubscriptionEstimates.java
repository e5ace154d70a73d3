package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.Price;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.EstimateSubscriptionUpdate;
import io.stigg.sdk.subscription.ImmediateInvoice;
import io.stigg.sdk.subscription.InvoiceAmounts;
import io.stigg.sdk.subscription.InvoiceLineType;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewPeriod;
import io.stigg.sdk.subscription.PreviewProration;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.RecurringPreview;
import io.stigg.sdk.subscription.SubscriptionPreview;
import io.stigg.sdk.subscription.SubscriptionPreviewV2;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What subscriptions would cost, without taxes. A new subscription is paid for a whole period, or not yet if it begins with a
 * trial; what is left of one that it replaces is given back, by the second, as it is for a change. Not thread-safe; guarded by
 * the environment.
 */
final class SubscriptionEstimates {
    private final World world;

    SubscriptionEstimates(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations
                .read(EstimateSubscription.class, this::estimate)
                .read(EstimateSubscriptionUpdate.class, this::estimateUpdate)
                .read(PreviewSubscription.class, this::preview);
    }

    private SubscriptionPreview estimate(EstimateSubscription request, Moment moment) {
        Refusals refusals = new Refusals("EstimateSubscription");
        Estimate estimate = estimate(
                request.customerId(), request.selection(), request.startDate().orElse(moment.now()), moment, refusals);
        return preview(
                estimate.due, estimate.recurring, estimate.period, estimate.proration(), estimate.isDowngrade, false);
    }

    private SubscriptionPreviewV2 preview(PreviewSubscription request, Moment moment) {
        Refusals refusals = new Refusals("PreviewSubscription");
        Estimate estimate = estimate(
                request.customerId(), request.selection(), request.startDate().orElse(moment.now()), moment, refusals);
        return new SubscriptionPreviewV2(
                new ImmediateInvoice(amounts(estimate.due), estimate.proration(), Optional.empty()),
                estimate.period.end().isPresent() ? Optional.of(amounts(estimate.recurring)) : Optional.empty(),
                estimate.period,
                estimate.isDowngrade,
                estimate.hasScheduledUpdates);
    }

    /**
     * What a subscription would cost.
     *
     * @param due what is paid at once
     * @param recurring what is paid again and again
     * @param credit what is given back of what it replaces
     */
    private record Estimate(
            Bill due,
            Bill recurring,
            Optional<Money> credit,
            Instant at,
            PreviewPeriod period,
            boolean isDowngrade,
            boolean hasScheduledUpdates) {
        Optional<PreviewProration> proration() {
            return credit.map(back -> SubscriptionEstimates.proration(back, due.total(), at));
        }
    }

    private Estimate estimate(String customerId, PlanSelection asked, Instant start, Moment moment, Refusals refusals) {
        CustomerRecord customer = world.existing(customerId, refusals);
        Selection selection = world.provisioning().rules(refusals.operation()).check(asked);
        BillingPeriod length = asked.billingPeriod().orElse(BillingPeriod.MONTHLY);
        Bill bill = Bill.of(selection, length).discounted(Discount.of(selection, customer, world.catalog()));
        boolean isTried = Trials.of(selection, customer, false, start, refusals).isPresent();
        Optional<SubscriptionRecord> replaced = customer.subscriptions().stream()
                .filter(other -> other.isLive() && !other.isTrial() && !isTried)
                .filter(other -> other.isFor(selection.product(), asked.resourceId()))
                .findFirst();
        Optional<Instant> end = selection.plan().pricingType() == PricingType.PAID
                ? BillingPeriods.at(start, start, length).end()
                : Optional.empty();
        return new Estimate(
                isTried ? new Bill(List.of(), Optional.empty()) : bill,
                bill.recurring(),
                replaced.map(other -> left(other, customer, moment.now()))
                        .filter(back -> back.amount().signum() > 0),
                moment.now(),
                new PreviewPeriod(Optional.of(start), end),
                replaced.filter(other -> Schedules.isDowngrade(other.selection(), selection))
                        .isPresent(),
                replaced.filter(other -> !other.futureUpdates().isEmpty()).isPresent());
    }

    /** What is left of what was paid for the period. */
    private Money left(SubscriptionRecord subscription, CustomerRecord customer, Instant now) {
        return bill(subscription.selection(), subscription, customer)
                .recurring()
                .share(left(new BillingPeriods(subscription).current(now).orElse(UsagePeriod.none()), now));
    }

    private Bill bill(Selection selection, SubscriptionRecord subscription, CustomerRecord customer) {
        BillingPeriod length = selection
                .request()
                .billingPeriod()
                .or(() -> new BillingPeriods(subscription).length())
                .orElse(BillingPeriod.MONTHLY);
        return Bill.of(selection, length).discounted(Discount.of(selection, customer, world.catalog()));
    }

    private SubscriptionPreview estimateUpdate(EstimateSubscriptionUpdate request, Moment moment) {
        Refusals refusals = new Refusals("EstimateSubscriptionUpdate");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        SubscriptionRecord subscription = known.subscription();
        UsagePeriod current =
                new BillingPeriods(subscription).current(moment.now()).orElse(UsagePeriod.none());
        Bill before = bill(subscription.selection(), subscription, known.customer());
        Bill after = bill(changed(subscription.selection(), request, refusals), subscription, known.customer());
        double left = left(current, moment.now());
        Money credit = before.recurring().share(left);
        Money debit = after.recurring().share(left);
        PreviewProration proration = proration(credit, debit, moment.now());
        Bill due = new Bill(
                List.of(new BilledItem(
                        InvoiceLineType.OTHER,
                        "Proration",
                        Price.flat(BillingPeriod.MONTHLY, proration.netAmount()),
                        1,
                        proration.netAmount().amount().signum() > 0 ? proration.netAmount() : after.nothing())),
                Optional.empty());
        return preview(
                due,
                after.recurring(),
                new PreviewPeriod(current.start(), current.end()),
                Optional.of(proration),
                false,
                !subscription.futureUpdates().isEmpty());
    }

    private static PreviewProration proration(Money credit, Money debit, Instant now) {
        Money net = new Money(debit.amount().subtract(credit.amount()), debit.currency());
        return new PreviewProration(
                credit, debit, net, now, Optional.of(net.amount().signum() != 0));
    }

    private Selection changed(Selection selection, EstimateSubscriptionUpdate request, Refusals refusals) {
        PlanSelection.Builder builder = selection.request().toBuilder().charges(request.charges());
        request.addons().ifPresent(builder::addons);
        request.quantities().ifPresent(some -> some.forEach(builder::quantity));
        request.unitQuantity().ifPresent(builder::unitQuantity);
        request.appliedCoupon().ifPresent(builder::appliedCoupon);
        request.promotionCode().ifPresent(builder::promotionCode);
        return world.provisioning().rules(refusals.operation()).check(builder.build(), selection);
    }

    /** Which part of a period is left. */
    private static double left(UsagePeriod period, Instant now) {
        if (period.start().isEmpty() || period.end().isEmpty()) {
            return 0;
        }
        double length =
                period.end().get().getEpochSecond() - period.start().get().getEpochSecond();
        return (period.end().get().getEpochSecond() - now.getEpochSecond()) / length;
    }

    private static SubscriptionPreview preview(
            Bill due,
            Bill each,
            PreviewPeriod period,
            Optional<PreviewProration> proration,
            boolean isDowngrade,
            boolean hasScheduledUpdates) {
        RecurringPreview recurring = new RecurringPreview(
                each.subTotal(),
                each.discount().map(any -> each.off()),
                each.discount().map(Discount::view),
                each.total(),
                each.nothing(),
                Optional.empty(),
                each.total());
        return new SubscriptionPreview(
                due.subTotal(),
                due.discount().map(any -> due.off()),
                due.discount().map(Discount::view),
                due.total(),
                Optional.empty(),
                Optional.empty(),
                due.total(),
                period,
                Optional.of(recurring),
                proration,
                Optional.empty(),
                isDowngrade,
                hasScheduledUpdates);
    }

    static InvoiceAmounts amounts(Bill bill) {
        return new InvoiceAmounts(
                bill.subTotal(),
                bill.discount().map(any -> bill.off()),
                bill.discount().map(Discount::view),
                bill.total(),
                Optional.empty(),
                Optional.empty(),
                bill.total());
    }
}
