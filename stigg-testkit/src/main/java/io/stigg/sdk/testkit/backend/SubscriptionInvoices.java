package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.InvoiceLine;
import io.stigg.sdk.subscription.InvoiceLineText;
import io.stigg.sdk.subscription.InvoiceLineType;
import io.stigg.sdk.subscription.InvoicePreview;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The next invoices of subscriptions, without taxes: what is paid in advance for the period that follows, and what was used in
 * the period before it. Not thread-safe; guarded by the environment.
 */
final class SubscriptionInvoices {
    private final World world;

    SubscriptionInvoices(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations.read(PreviewNextInvoice.class, this::next);
    }

    private InvoicePreview next(PreviewNextInvoice request, Moment moment) {
        Refusals refusals = new Refusals("PreviewNextInvoice");
        LiveSubscription known = LiveSubscription.find(world, request.subscriptionId(), refusals);
        SubscriptionRecord subscription = known.subscription();
        BillingPeriods periods = new BillingPeriods(subscription);
        UsagePeriod following = periods.current(moment.now())
                .flatMap(UsagePeriod::end)
                .map(periods::at)
                .orElseThrow(() -> refusals.because(
                        ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD,
                        subscription.id() + " has no billing period"));
        return invoice(bill(known, periods, following, moment.now()), following, moment.now());
    }

    /** What was used is paid for even if nothing follows. */
    private Bill bill(LiveSubscription known, BillingPeriods periods, UsagePeriod following, Instant now) {
        SubscriptionRecord subscription = known.subscription();
        Selection selection = subscription
                .scheduled()
                .filter(change -> !change.at().isAfter(following.start().orElseThrow()))
                .map(Scheduled::after)
                .orElse(subscription.selection());
        Bill fees = goesOn(subscription, following)
                ? Bill.of(selection, periods.length().orElse(BillingPeriod.MONTHLY))
                        .recurring()
                : new Bill(List.of(), Optional.empty());
        List<BilledItem> used = new Spending(known.customer(), subscription, now)
                .items().stream()
                        .filter(item -> item.amount().amount().signum() > 0)
                        .toList();
        return fees.and(used)
                .discounted(Discount.of(selection, known.customer(), world.catalog())
                        .filter(discount -> discount.counts(
                                subscription.start(), following.start().orElseThrow())));
    }

    private static boolean goesOn(SubscriptionRecord subscription, UsagePeriod following) {
        return Stream.of(subscription.cancellation(), subscription.lastDay())
                .flatMap(Optional::stream)
                .noneMatch(end -> !end.isAfter(following.start().orElseThrow()));
    }

    private static InvoicePreview invoice(Bill bill, UsagePeriod period, Instant now) {
        return new InvoicePreview(
                SubscriptionEstimates.amounts(bill),
                bill.subTotal(),
                bill.total(),
                bill.of(InvoiceLineType.MINIMUM_SPEND_ADJUSTMENT_CHARGE),
                Optional.empty(),
                now,
                bill.items().stream().map(item -> line(item, period)).toList());
    }

    private static InvoiceLine line(BilledItem item, UsagePeriod period) {
        return new InvoiceLine(
                new InvoiceLineText(
                        item.type(),
                        item.description(),
                        item.costDescription(),
                        OptionalInt.of(item.quantity()),
                        false,
                        OptionalDouble.empty(),
                        Optional.empty()),
                item.amount(),
                item.price().price(),
                period.start().orElseThrow(),
                period.end().orElseThrow(),
                Optional.of(item.price()),
                List.of());
    }
}
