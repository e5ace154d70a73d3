package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.testkit.catalog.Plan;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Changes in a backend, made past the stream under test. Thread-safe. */
final class Changes {
    private static final String SEATS = "feature-seats";
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");

    private final StiggBackend backend;
    private final ApiTransport line;

    Changes(StiggBackend backend) {
        this.backend = backend;
        line = backend.connect();
    }

    private void ask(StiggRequest<?> request) {
        line.send(request).toCompletableFuture().join();
    }

    void customer(String id) {
        ask(ProvisionCustomer.of(id).subscribedTo(PlanSelection.of("plan-free")));
    }

    void usage(double usage) {
        usage(CUST_1, usage);
    }

    private void usage(CustomerScope scope, double usage) {
        backend.setUsage(scope, SEATS, usage);
    }

    /** Makes one change and returns what is told of it. */
    Update change() {
        List<Update> before = backend.pushes();
        usage(before.size() + 1);
        List<Update> after = backend.pushes();
        return after.get(after.size() - 1);
    }

    /** Makes at least one change of each kind that can be told. */
    void ofEveryKind() {
        ask(ProvisionCustomer.of("bare"));
        ask(ProvisionCustomer.of("kunde/ä ö?#%2F&=\"'\\+😀").subscribedTo(PlanSelection.of("plan-basic")));
        ask(ProvisionCustomer.of("pro")
                .subscribedTo(PlanSelection.of("plan-pro").withoutTrial()));
        ask(ReportUsage.of("pro", "feature-ai-tokens", 499.5));
        ask(ReportUsage.of("pro", "feature-ai-tokens", 100));
        ask(ReportUsage.of("pro", "feature-api-calls", 60.25));
        ask(ProvisionSubscription.of("pro", PlanSelection.of("plan-site-plus").forResource("r1")));
        ask(ReportUsage.of("pro", "feature-pages", 12).forResource("r1"));
        backend.promote("pro", Grant.of("feature-legacy-reports"), Instant.parse("2025-03-01T00:00:00Z"));
        backend.revokePromotion("pro", "feature-legacy-reports");
        backend.setUsage(CustomerScope.of("pro"), SEATS, 0);
        Plan basic = backend.catalog().plan("plan-basic").orElseThrow();
        backend.publish(basic, Migration.NEW_CUSTOMERS);
        backend.publish(basic, Migration.ALL_CUSTOMERS);
        // With nothing left in their plan, its customers have an empty set, and no reason for that.
        backend.publish(Plan.builder("plan-free").in("product-acme").free().build(), Migration.ALL_CUSTOMERS);
    }

    /** Makes many changes on several threads at once. */
    void burst(int threads, int changesEach) {
        CompletableFuture<?>[] running = IntStream.range(0, threads)
                .mapToObj(thread -> onOwnThread(() -> IntStream.rangeClosed(1, changesEach)
                        .forEach(i -> ask(ReportUsage.of("cust-" + thread, "feature-api-calls", 1)))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(running).join();
    }

    static CompletableFuture<Void> onOwnThread(Runnable task) {
        return CompletableFuture.runAsync(task, run -> {
            Thread thread = new Thread(run, "changes");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
