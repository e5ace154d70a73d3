package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.CancelSubscription;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewSubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.ScheduleStrategy;
import io.stigg.sdk.subscription.ScheduledUpdate;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.subscription.SubscriptionDetails;
import io.stigg.sdk.subscription.SubscriptionPreviewV2;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * The life of a subscription: provisioned, previewed and upgraded, a downgrade scheduled and thought better of, cancelled.
 * Confined to one thread.
 */
public final class SubscriptionLifecycle {
    private static final String API_KEY = "lifecycle-key";
    private static final String ACME = "customer-acme";

    private final PrintStream out;
    private final Stigg stigg;

    private SubscriptionLifecycle(PrintStream out, Stigg stigg) {
        this.out = out;
        this.stigg = stigg;
    }

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(System.out, SdkClock.system());
    }

    /** Runs the example by a clock and tells what happens. */
    static void run(PrintStream out, SdkClock clock) {
        StiggBackend backend = StiggBackend.of(AcmeCatalog.create(), clock);
        try (StiggEmulator emulator =
                        StiggEmulator.serving(backend).apiKey(API_KEY).start();
                Stigg stigg = Stigg.builder()
                        .transport(HttpTransport.withApiKey(API_KEY)
                                .baseUri(emulator.uri())
                                .baseEdgeUri(emulator.edgeUri()))
                        .cache(MemoryCache.ofCustomers(10_000))
                        .build()) {
            new SubscriptionLifecycle(out, stigg).tell();
        }
    }

    private void tell() {
        out.println("A customer subscribes to Basic.");
        stigg.customers().provision(ProvisionCustomer.of(ACME).withName("Acme"));
        PlanSelection basic = PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY);
        String basicId = provisioned(ProvisionSubscription.of(ACME, basic)).id();
        tellState(basicId);

        out.println("What would Pro with five seats cost?");
        PlanSelection pro =
                PlanSelection.of("plan-pro").billed(BillingPeriod.MONTHLY).withQuantity("feature-seats", 5);
        SubscriptionPreviewV2 preview = stigg.subscriptions().preview(PreviewSubscription.of(ACME, pro));
        out.println("  At once " + money(preview.immediateInvoice().amounts().total()) + ", then each month "
                + preview.recurringInvoice()
                        .map(invoice -> money(invoice.total()))
                        .orElse("nothing"));

        out.println("The customer upgrades.");
        String proId = provisioned(ProvisionSubscription.of(ACME, pro)).id();
        tellState(proId);

        out.println("The customer wants to go back to Basic when the month that is paid has ended.");
        provisioned(ProvisionSubscription.builder(ACME, basic)
                .scheduleStrategy(ScheduleStrategy.END_OF_BILLING_PERIOD)
                .build());
        tellState(proId);

        out.println("The customer thinks better of it.");
        stigg.subscriptions().cancelScheduledUpdates(proId);
        tellState(proId);

        out.println("The customer cancels, for the end of the month.");
        stigg.subscriptions()
                .cancel(CancelSubscription.builder(proId).atEndOfBillingPeriod().build());
        tellState(proId);

        out.println("The customer cancels at once.");
        stigg.subscriptions()
                .cancel(CancelSubscription.builder(proId).immediately().build());
        tellState(proId);
    }

    /** Every outcome has to be handled; the compiler would let none of them pass for another. */
    private Subscription provisioned(ProvisionSubscription request) {
        ProvisionedSubscription outcome = stigg.subscriptions().provision(request);
        if (outcome instanceof ProvisionedSubscription.PaymentRequired payment) {
            throw new IllegalStateException("To be paid first at " + payment.checkoutUrl());
        }
        return ((ProvisionedSubscription.Created) outcome).subscription();
    }

    private void tellState(String subscriptionId) {
        SubscriptionDetails details = stigg.subscriptions().get(subscriptionId);
        Subscription subscription = details.subscription();
        out.println("  " + details.plan().displayName() + " is " + subscription.status()
                + subscription
                        .cancellationDate()
                        .map(date -> ", ends " + day(date))
                        .orElse("")
                + scheduled(details.scheduledUpdates()));
        out.println("  API calls allowed: " + calls());
    }

    private static String scheduled(List<ScheduledUpdate> updates) {
        return updates.isEmpty()
                ? ""
                : ", to be changed on " + day(updates.get(0).executionTime()) + ": "
                        + updates.get(0).type();
    }

    private String calls() {
        return String.format(
                Locale.ROOT,
                "%.0f",
                stigg.getMeteredEntitlement(MeteredQuery.of(ACME, "feature-api-calls"))
                        .usageLimit()
                        .orElse(0));
    }

    private static String money(Money money) {
        return money.amount().stripTrailingZeros().toPlainString() + " " + money.currency();
    }

    private static LocalDate day(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
