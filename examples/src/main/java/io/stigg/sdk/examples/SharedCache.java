package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Two processes of a service that share a cache in Redis. What one has asked, the other knows; what one reports, the other counts;
 * and one that starts while Stigg is away is not any worse off.
 */
public final class SharedCache {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PrintStream out;
    private final StiggBackend backend;
    private final String redis;

    private SharedCache(PrintStream out, StiggBackend backend, String redis) {
        this.out = out;
        this.backend = backend;
        this.redis = redis;
    }

    /**
     * Runs the example.
     *
     * @param arguments where a Redis is; without it, one is started
     * @throws IOException if a process cannot be started
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length > 0) {
            run(System.out, arguments[0]);
        } else {
            try (RedisServer redis = RedisServer.start()) {
                run(System.out, redis.uri());
            }
        }
    }

    /** Runs the example and tells what happens. */
    static void run(PrintStream out, String redis) throws IOException {
        try (SdkClock clock = SdkClock.system()) {
            StiggBackend backend = StiggBackend.of(AcmeCatalog.create(), clock);
            try (Stigg direct = backend.newClient()) {
                direct.customers()
                        .provision(ProvisionCustomer.of(SharedCacheProcess.ACME)
                                .subscribedTo(PlanSelection.of("plan-free")));
            }
            backend.clearRequests();
            new SharedCache(out, backend, redis).tell();
        }
    }

    private void tell() throws IOException {
        StiggEmulator stigg = StiggEmulator.serving(backend)
                .apiKey(SharedCacheProcess.API_KEY)
                .start();
        try (SharedCacheProcess first = SharedCacheProcess.start(redis, stigg.uri())) {
            awaitFollowing(first);
            out.println("The first process checks: " + first.tell("check") + ". " + asked());
            tellOfTheSecond(first, stigg);
        } finally {
            stigg.close();
        }
    }

    private void tellOfTheSecond(SharedCacheProcess first, StiggEmulator stigg) throws IOException {
        URI uri = stigg.uri();
        try (SharedCacheProcess second = SharedCacheProcess.start(redis, uri)) {
            awaitFollowing(second);
            out.println("The second process starts and checks: " + second.tell("check") + ". " + asked());
            first.tell("report");
            out.println("The first process reports 40 calls.");
            out.println("The second process checks: " + awaited(second, "check", "40 of 100") + ". " + asked());
        }
        stigg.close();
        out.println("Stigg goes away, and the second process is started again.");
        try (SharedCacheProcess second = SharedCacheProcess.start(redis, uri)) {
            out.println("It checks: " + second.tell("check") + ".");
        }
    }

    /** What a process fetched before it followed Stigg it fetches again, as a change may have been missed. */
    private static void awaitFollowing(SharedCacheProcess process) throws IOException {
        awaited(process, "updates", Updates.LIVE.toString());
    }

    /** What one process reports another hears of in a moment, over Redis. */
    private static String awaited(SharedCacheProcess process, String command, String awaited) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        String answer = process.tell(command);
        while (!answer.startsWith(awaited) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = process.tell(command);
        }
        return answer;
    }

    private String asked() {
        int questions = backend.requests(GetEntitlementsState.class).size();
        return "Stigg was asked " + (questions == 1 ? "once" : questions + " times") + " so far.";
    }
}
