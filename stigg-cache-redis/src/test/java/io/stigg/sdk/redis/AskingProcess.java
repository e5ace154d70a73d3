package io.stigg.sdk.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;

/**
 * A JVM of its own that checks one customer as soon as it is told to, and then says whether access was granted and how often
 * it asked Stigg. Each has a Stigg in its own memory; all of these know the same.
 */
final class AskingProcess implements AutoCloseable {
    private final Process process;

    private AskingProcess(Process process) {
        this.process = process;
    }

    /** Starts one and waits until it is ready. */
    static AskingProcess start(String redis, String environment) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AskingProcess.class.getName(),
                        redis,
                        environment))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        AskingProcess started = new AskingProcess(process);
        started.line();
        return started;
    }

    void go() throws IOException {
        process.outputWriter().append("go\n").flush();
    }

    /** Waits for what it has to say: whether access was granted, and how often Stigg was asked. */
    String line() throws IOException {
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new IOException("the process has ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Takes where Redis is, and which environment. */
    public static void main(String... arguments) throws IOException {
        SdkClock clock = SdkClock.system();
        StiggBackend backend = StiggBackend.of(AcmeCatalog.create(), clock);
        try (Stigg direct = backend.newClient()) {
            direct.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-pro")));
        }
        backend.clearRequests();
        // Long enough for all the others to miss the customer as well.
        backend.faults().on(GetEntitlementsState.class).delayAnswers(Duration.ofSeconds(2));
        try (Stigg stigg = Stigg.builder()
                .transport(backend.transport())
                .cache(RedisServers.at(arguments[0]).environment(arguments[1]).nearCache(MemoryCache.ofCustomers(10)))
                .withoutLiveUpdates()
                .checkTimeout(Duration.ofSeconds(20))
                .build()) {
            stigg.getBooleanEntitlement("cust-nobody", "feature-sso");
            backend.clearRequests();
            System.out.println("ready");
            new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            boolean granted =
                    stigg.getBooleanEntitlement("cust-1", "feature-sso").hasAccess();
            System.out.println(
                    granted + " " + backend.requests(GetEntitlementsState.class).size());
        }
        clock.close();
    }
}
