package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.EstimateSubscription;
import io.stigg.sdk.subscription.EstimateSubscriptionUpdate;
import io.stigg.sdk.subscription.ImmediateInvoice;
import io.stigg.sdk.subscription.InvoiceAmounts;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewPeriod;
import io.stigg.sdk.subscription.PreviewProration;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.RecurringPreview;
import io.stigg.sdk.subscription.SubscriptionPreview;
import io.stigg.sdk.subscription.SubscriptionPreviewV2;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What subscriptions would cost: what is paid in advance, without taxes and discounts. A new subscription is paid for a
 * whole period and gives nothing back for one that it replaces; a change is prorated by the second. Not thread-safe;
 * guarded by the environment.
 */
final class SubscriptionEstimates {
    private final World world;

    SubscriptionEstimates(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations
                .serve(EstimateSubscription.class, this::estimate)
                .serve(EstimateSubscriptionUpdate.class, this::estimateUpdate)
                .serve(PreviewSubscription.class, this::preview);
    }

    private SubscriptionPreview estimate(EstimateSubscription request, Moment moment) {
        Refusals refusals = new Refusals("EstimateSubscription");
        Estimate estimate = estimate(
                request.customerId(), request.selection(), request.startDate().orElse(moment.now()), moment, refusals);
        return preview(
                estimate.bill().total(),
                estimate.bill().total(),
                estimate.period(),
                Optional.empty(),
                estimate.isDowngrade());
    }

    private SubscriptionPreviewV2 preview(PreviewSubscription request, Moment moment) {
        Refusals refusals = new Refusals("PreviewSubscription");
        Estimate estimate = estimate(
                request.customerId(), request.selection(), request.startDate().orElse(moment.now()), moment, refusals);
        InvoiceAmounts amounts = amounts(estimate.bill().total());
        return new SubscriptionPreviewV2(
                new ImmediateInvoice(amounts, Optional.empty(), Optional.empty()),
                estimate.period().end().isPresent() ? Optional.of(amounts) : Optional.empty(),
                estimate.period(),
                estimate.isDowngrade(),
                false);
    }

    private record Estimate(Bill bill, PreviewPeriod period, boolean isDowngrade) {}

    private Estimate estimate(String customerId, PlanSelection asked, Instant start, Moment moment, Refusals refusals) {
        CustomerRecord customer = world.existing(customerId, refusals);
        refuseDiscounts(asked.appliedCoupon(), asked.promotionCode(), refusals);
        refuse(asked.trialOverrideConfiguration(), "trialOverrideConfiguration", refusals);
        Selection selection = world.provisioning().rules(refusals.operation()).check(asked);
        BillingPeriod length = asked.billingPeriod().orElse(BillingPeriod.MONTHLY);
        Bill bill = Bill.of(selection, length, refusals);
        boolean isDowngrade = customer.subscriptions().stream()
                .filter(other -> other.isLive(moment.now()))
                .filter(other -> other.selection().product().equals(selection.product())
                        && other.resourceId().equals(asked.resourceId())
                        && !other.selection()
                                .plan()
                                .id()
                                .equals(selection.plan().id()))
                .anyMatch(other -> yearly(bill, length).compareTo(yearly(other, refusals)) < 0);
        Optional<Instant> end = selection.plan().pricingType() == PricingType.PAID
                ? BillingPeriods.at(start, start, length).end()
                : Optional.empty();
        return new Estimate(bill, new PreviewPeriod(Optional.of(start), end), isDowngrade);
    }

    private static BigDecimal yearly(SubscriptionRecord subscription, Refusals refusals) {
        BillingPeriod length = new BillingPeriods(subscription).length().orElse(BillingPeriod.MONTHLY);
        return yearly(Bill.of(subscription.selection(), length, refusals), length);
    }

    private static BigDecimal yearly(Bill bill, BillingPeriod length) {
        return bill.total().amount().multiply(BigDecimal.valueOf(length == BillingPeriod.ANNUALLY ? 1 : 12));
    }

    private SubscriptionPreview estimateUpdate(EstimateSubscriptionUpdate request, Moment moment) {
        Refusals refusals = new Refusals("EstimateSubscriptionUpdate");
        refuseDiscounts(request.appliedCoupon(), request.promotionCode(), refusals);
        SubscriptionRecord subscription = LiveSubscription.find(world, request.subscriptionId(), moment.now(), refusals)
                .subscription();
        BillingPeriods periods = new BillingPeriods(subscription);
        BillingPeriod length = periods.length().orElse(BillingPeriod.MONTHLY);
        Bill before = Bill.of(subscription.selection(), length, refusals);
        Bill after = Bill.of(changed(subscription.selection(), request, refusals), length, refusals);
        UsagePeriod current = periods.current(moment.now()).orElse(UsagePeriod.none());
        double left = left(current, moment.now());
        Money credit = before.share(left);
        Money debit = after.share(left);
        Money net = after.money(debit.amount().subtract(credit.amount()));
        PreviewProration proration = new PreviewProration(
                credit, debit, net, moment.now(), Optional.of(net.amount().signum() != 0));
        Money due = net.amount().signum() > 0 ? net : after.nothing();
        return preview(
                due, after.total(), new PreviewPeriod(current.start(), current.end()), Optional.of(proration), false);
    }

    private Selection changed(Selection selection, EstimateSubscriptionUpdate request, Refusals refusals) {
        PlanSelection.Builder builder = selection.request().toBuilder().charges(request.charges());
        request.addons().ifPresent(builder::addons);
        request.quantities().ifPresent(some -> some.forEach(builder::quantity));
        request.unitQuantity().ifPresent(builder::unitQuantity);
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
            Money due,
            Money recurring,
            PreviewPeriod period,
            Optional<PreviewProration> proration,
            boolean isDowngrade) {
        RecurringPreview each = new RecurringPreview(
                recurring,
                Optional.empty(),
                Optional.empty(),
                recurring,
                new Money(BigDecimal.ZERO, recurring.currency()),
                Optional.empty(),
                recurring);
        return new SubscriptionPreview(
                due,
                Optional.empty(),
                Optional.empty(),
                due,
                Optional.empty(),
                Optional.empty(),
                due,
                period,
                Optional.of(each),
                proration,
                Optional.empty(),
                isDowngrade,
                false);
    }

    static InvoiceAmounts amounts(Money total) {
        return new InvoiceAmounts(
                total, Optional.empty(), Optional.empty(), total, Optional.empty(), Optional.empty(), total);
    }

    private static void refuseDiscounts(Optional<?> coupon, Optional<?> promotionCode, Refusals refusals) {
        refuse(coupon, "appliedCoupon", refusals);
        refuse(promotionCode, "promotionCode", refusals);
    }

    private static void refuse(Optional<?> member, String name, Refusals refusals) {
        if (member.isPresent()) {
            throw refusals.because(ErrorCode.UNSUPPORTED_PARAMETER, "Not supported here: " + name);
        }
    }
}
