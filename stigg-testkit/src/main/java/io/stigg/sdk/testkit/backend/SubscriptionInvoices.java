package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.subscription.InvoiceLine;
import io.stigg.sdk.subscription.InvoiceLineText;
import io.stigg.sdk.subscription.InvoicePreview;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The next invoices of subscriptions: what is paid in advance for the period that follows, without taxes and discounts. Not
 * thread-safe; guarded by the environment.
 */
final class SubscriptionInvoices {
    private final World world;

    SubscriptionInvoices(World world) {
        this.world = world;
    }

    void serve(Operations operations) {
        operations.serve(PreviewNextInvoice.class, this::next);
    }

    private InvoicePreview next(PreviewNextInvoice request, Moment moment) {
        Refusals refusals = new Refusals("PreviewNextInvoice");
        SubscriptionRecord subscription = LiveSubscription.find(world, request.subscriptionId(), moment.now(), refusals)
                .subscription();
        BillingPeriods periods = new BillingPeriods(subscription);
        UsagePeriod following = periods.current(moment.now())
                .flatMap(UsagePeriod::end)
                .map(periods::at)
                .orElseThrow(() -> refusals.because(
                        ErrorCode.SUBSCRIPTION_DOES_NOT_HAVE_BILLING_PERIOD,
                        subscription.id() + " has no billing period"));
        Bill bill = Bill.of(subscription.selection(), periods.length().orElse(BillingPeriod.MONTHLY), refusals);
        return invoice(goesOn(subscription, following) ? bill : new Bill(List.of()), following, moment.now());
    }

    private static boolean goesOn(SubscriptionRecord subscription, UsagePeriod following) {
        return subscription
                .end()
                .filter(end -> !end.isAfter(following.start().orElseThrow()))
                .isEmpty();
    }

    private static InvoicePreview invoice(Bill bill, UsagePeriod period, Instant now) {
        return new InvoicePreview(
                SubscriptionEstimates.amounts(bill.total()),
                bill.total(),
                bill.total(),
                bill.nothing(),
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
                Optional.of(item.unitPrice()),
                period.start().orElseThrow(),
                period.end().orElseThrow(),
                Optional.of(item.price()),
                List.of());
    }
}
