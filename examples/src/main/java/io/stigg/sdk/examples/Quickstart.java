package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.usage.ReportUsage;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * From nothing to entitlement checks: starts a local Stigg, connects to it over HTTP, and follows a customer from the
 * free plan to its limit and beyond. Confined to one thread.
 */
public final class Quickstart {
    private static final String API_KEY = "quickstart-key";
    private static final String ACME = "customer-acme";

    private final PrintStream out;
    private final StiggEmulator emulator;
    private final Stigg stigg;

    private Quickstart(PrintStream out, StiggEmulator emulator, Stigg stigg) {
        this.out = out;
        this.emulator = emulator;
        this.stigg = stigg;
    }

    /**
     * Runs the quick start.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        run(System.out);
    }

    /** Runs the quick start and tells what happens. */
    static void run(PrintStream out) {
        try (SdkClock clock = SdkClock.system()) {
            run(out, StiggBackend.of(AcmeCatalog.create(), clock));
        }
    }

    private static void run(PrintStream out, StiggBackend backend) {
        try (StiggEmulator emulator =
                        StiggEmulator.serving(backend).apiKey(API_KEY).start();
                Stigg stigg = Stigg.builder()
                        .transport(HttpTransport.withApiKey(API_KEY)
                                .baseUri(emulator.uri())
                                .baseEdgeUri(emulator.edgeUri()))
                        .cache(MemoryCache.ofCustomers(10_000))
                        .build()) {
            new Quickstart(out, emulator, stigg).tell();
        }
    }

    private void tell() {
        out.println("A local Stigg answers at " + emulator.uri());
        out.println("The client is ready: " + stigg.awaitReady(Duration.ofSeconds(10)));

        heading("A customer on the free plan");
        write(
                "provision " + ACME + " on plan-free",
                () -> stigg.customers()
                        .provision(
                                ProvisionCustomer.of(ACME).withName("Acme").subscribedTo(PlanSelection.of("plan-free")))
                        .decision()
                        .toString());
        check("single sign-on", () -> stigg.getBooleanEntitlement(BooleanQuery.of(ACME, "feature-sso")));
        check(
                "largest file",
                () -> stigg.getNumericEntitlement(NumericQuery.of(ACME, "feature-file-size")),
                size -> number(size.value().orElse(0)) + " MB");
        check(
                "support by e-mail",
                () -> stigg.getEnumEntitlement(
                        EnumQuery.of(ACME, "feature-support").requesting("email")),
                support -> "allowed: " + support.enumValues());
        check("50 API calls", () -> calls(50), Quickstart::usage);

        heading("Usage, until the limit denies");
        for (int report = 1; report <= 2; report++) {
            write(
                    "report 50 API calls",
                    () -> number(stigg.reportUsage(ReportUsage.of(ACME, "feature-api-calls", 50))
                                    .currentUsage()
                                    .orElse(0))
                            + " used so far");
        }
        check("1 API call", () -> calls(1), Quickstart::usage);

        heading("An upgrade, and granted again");
        write(
                "provision " + ACME + " on plan-basic",
                () -> outcome(stigg.subscriptions()
                        .provision(ProvisionSubscription.of(
                                ACME, PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY)))));
        check("1 API call", () -> calls(1), Quickstart::usage);
        check("analytics", () -> stigg.getBooleanEntitlement(BooleanQuery.of(ACME, "feature-analytics")));
    }

    private static String outcome(ProvisionedSubscription provisioned) {
        return provisioned instanceof ProvisionedSubscription.Created created
                ? created.subscription().status().toString()
                : "not yet";
    }

    private MeteredEntitlement calls(int requested) {
        return stigg.getMeteredEntitlement(
                MeteredQuery.of(ACME, "feature-api-calls").requesting(requested));
    }

    private static String usage(MeteredEntitlement calls) {
        return number(calls.currentUsage()) + " of " + number(calls.usageLimit().orElse(0)) + " used";
    }

    private static String number(double amount) {
        return String.format(Locale.ROOT, "%.0f", amount);
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private void write(String what, Supplier<String> write) {
        emulator.clearRequests();
        String outcome = write.get();
        out.printf(Locale.ROOT, "  %-37s %-55s %d network call(s)%n", what, outcome, emulator.requestCount());
    }

    private void check(String what, Supplier<? extends Entitlement> check) {
        check(what, check, answer -> "");
    }

    private <E extends Entitlement> void check(String what, Supplier<E> check, Function<E, String> detail) {
        emulator.clearRequests();
        E answer = check.get();
        String verdict = answer.accessDeniedReason()
                .map(AccessDeniedReason::wireName)
                .map(reason -> "denied, " + reason)
                .orElse("granted");
        String more = detail.apply(answer);
        out.printf(
                Locale.ROOT,
                "  %-37s %-55s %d network call(s)%n",
                "check " + what,
                more.isEmpty() ? verdict : verdict + " (" + more + ")",
                emulator.requestCount());
    }
}
