package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.event.UsageUpdated;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Two services with a client each. What the billing service does, the web service is told, and checks by, without asking.
 * Confined to one thread.
 */
public final class LiveUpdates {
    private static final String API_KEY = "live-updates-key";
    private static final String ACME = "customer-acme";
    private static final String CALLS = "feature-api-calls";

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final CountDownLatch live = new CountDownLatch(1);
    private final PrintStream out;
    private final StiggBackend backend;
    private final StiggEmulator emulator;
    private final Stigg billing;
    private final Stigg web;

    private LiveUpdates(PrintStream out, StiggBackend backend, StiggEmulator emulator, Stigg billing, Stigg web) {
        this.out = out;
        this.backend = backend;
        this.emulator = emulator;
        this.billing = billing;
        this.web = web;
    }

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws InterruptedException if somebody interrupts it
     */
    public static void main(String... arguments) throws InterruptedException {
        run(System.out);
    }

    /** Runs the example and tells what happens. */
    static void run(PrintStream out) throws InterruptedException {
        try (SdkClock clock = SdkClock.system()) {
            run(out, StiggBackend.of(AcmeCatalog.create(), clock));
        }
    }

    private static void run(PrintStream out, StiggBackend backend) throws InterruptedException {
        try (StiggEmulator emulator =
                        StiggEmulator.serving(backend).apiKey(API_KEY).start();
                Stigg billing = client(emulator);
                Stigg web = client(emulator)) {
            new LiveUpdates(out, backend, emulator, billing, web).tell();
        }
    }

    private static Stigg client(StiggEmulator emulator) {
        return Stigg.builder()
                .transport(HttpTransport.withApiKey(API_KEY)
                        .baseUri(emulator.uri())
                        .baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(10_000))
                .build();
    }

    private void tell() throws InterruptedException {
        web.addListener(new StiggListener() {
            @Override
            public void onStatusChanged(StiggStatus status) {
                if (status.updates() == Updates.LIVE) {
                    live.countDown();
                }
            }

            @Override
            public void onEntitlementsUpdated(EntitlementsUpdated event) {
                news.add("the entitlements of " + event.scope() + " have changed");
            }

            @Override
            public void onUsageUpdated(UsageUpdated event) {
                news.add("the usage of " + event.reading().scope() + " has changed");
            }
        });
        if (web.status().updates() != Updates.LIVE && !live.await(10, TimeUnit.SECONDS)) {
            out.println("Updates are " + web.status().updates() + " after 10 seconds");
        }
        out.println("The web service follows the local Stigg at " + emulator.uri());

        billing.customers().provision(ProvisionCustomer.of(ACME).subscribedTo(PlanSelection.of("plan-free")));
        isTold("The billing service makes a customer on the free plan");

        billing.subscriptions().provision(ProvisionSubscription.of(ACME, PlanSelection.of("plan-basic")));
        isTold("The billing service upgrades the customer");

        billing.reportUsage(ReportUsage.of(ACME, CALLS, 250));
        isTold("The billing service reports 250 calls");

        backend.promote(ACME, Grant.limited(CALLS, 5_000));
        isTold("The sales team grants 5,000 calls");
    }

    private void isTold(String what) throws InterruptedException {
        out.println();
        out.println(what + ".");
        out.println("  The web service is told: " + nextNews() + ".");
        emulator.clearRequests();
        out.println("  It checks: " + calls() + ", " + emulator.requestCount() + " network call(s).");
    }

    private String nextNews() throws InterruptedException {
        return Objects.requireNonNullElse(news.poll(10, TimeUnit.SECONDS), "nothing for 10 seconds");
    }

    private String calls() {
        MeteredEntitlement calls = web.getMeteredEntitlement(MeteredQuery.of(ACME, CALLS));
        return String.format(
                Locale.ROOT,
                "%.0f of %.0f calls used",
                calls.currentUsage(),
                calls.usageLimit().orElse(0));
    }
}
