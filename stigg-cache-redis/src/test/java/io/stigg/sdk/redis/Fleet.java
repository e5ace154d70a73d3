package io.stigg.sdk.redis;

import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Several processes with one Redis and one Stigg, as far as one JVM can have several. */
final class Fleet implements AutoCloseable {
    static final String CUSTOMER = "cust-1";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SdkClock clock = SdkClock.system();
    private final StiggBackend backend = StiggBackend.of(AcmeCatalog.create(), clock);
    private final List<Stigg> processes = new ArrayList<>();
    private final String environment = TestAdapters.environment();
    private final RedisServer redis;

    Fleet(RedisServer redis) {
        this.redis = redis;
    }

    StiggBackend backend() {
        return backend;
    }

    String environment() {
        return environment;
    }

    Keys keys() {
        return new Keys(environment, false);
    }

    /** Makes a customer of plan-pro without a client noticing. */
    void givenCustomer(String customerId) {
        try (Stigg direct = backend.newClient()) {
            direct.customers().provision(ProvisionCustomer.of(customerId).subscribedTo(PlanSelection.of("plan-pro")));
        }
        backend.clearRequests();
    }

    /** Starts a process as most are: with a near cache, and live updates. */
    Stigg start() {
        return start(cache -> cache.nearCache(MemoryCache.ofCustomers(1_000)), UnaryOperator.identity());
    }

    Stigg start(UnaryOperator<RedisCache> cache, UnaryOperator<StiggBuilder> settings) {
        return start(RedisServers.at(redis.uri()), cache, settings);
    }

    Stigg start(RedisServers servers, UnaryOperator<RedisCache> cache, UnaryOperator<StiggBuilder> settings) {
        Stigg process = settings.apply(Stigg.builder()
                        .transport(backend.transport())
                        .cache(cache.apply(servers.environment(environment))))
                .build();
        processes.add(process);
        return process;
    }

    /** Waits until a process is told of changes, by whomever. */
    static void awaitLive(Stigg process) {
        await().atMost(SOON).until(() -> process.status().updates() == StiggStatus.Updates.LIVE);
    }

    /** Starts processes of which the first has the stream. */
    List<Stigg> startLive(int count) {
        List<Stigg> started = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Stigg process = start();
            awaitLive(process);
            started.add(process);
        }
        return started;
    }

    /** Returns how often Stigg was asked for entitlements. */
    int questions() {
        return backend.requests(GetEntitlementsState.class).size();
    }

    @Override
    public void close() {
        processes.forEach(Stigg::close);
        clock.close();
    }
}
