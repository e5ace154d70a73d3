package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.Fleet.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Checks, while Redis")
class OutageTest {
    private static final String CALLS = "feature-api-calls";
    private static final Duration SOON = Duration.ofSeconds(40);

    private final RedisServer redis = RedisServer.start();
    private final Fleet fleet = new Fleet(redis);

    @BeforeEach
    void givenCustomers() {
        fleet.givenCustomer(CUSTOMER);
        fleet.givenCustomer("cust-2");
    }

    @AfterEach
    void closeAll() {
        fleet.close();
        redis.close();
    }

    private static BooleanEntitlement check(Stigg process, String customerId) {
        return process.getBooleanEntitlement(customerId, "feature-sso");
    }

    private static double limit(Stigg process) {
        return process.getMeteredEntitlement(MeteredQuery.of(CUSTOMER, CALLS))
                .usageLimit()
                .orElse(0.0);
    }

    private boolean isInRedis(String customerId) {
        return redis.command("GET", fleet.keys().entitlements(CustomerScope.of(customerId))) != null;
    }

    @Test
    @DisplayName("is killed, go on from the near cache, and else from Stigg; and Redis is used again when it is back")
    void killed() {
        Stigg process = fleet.startLive(1).get(0);
        assertThat(check(process, CUSTOMER).hasAccess()).isTrue();
        redis.kill();
        fleet.backend().clearRequests();

        assertThat(check(process, CUSTOMER).hasAccess()).isTrue();
        assertThat(fleet.questions()).isZero();
        assertThat(check(process, "cust-2").hasAccess()).isTrue();
        assertThat(fleet.questions()).isEqualTo(1);

        redis.startAgain();
        fleet.givenCustomer("cust-3");

        await().atMost(SOON).until(() -> {
            process.reloadEntitlements(CustomerScope.of("cust-3"));
            return isInRedis("cust-3");
        });
    }

    @Test
    @DisplayName("is killed and started again under load, are all answered, by what is true; and Redis is used again")
    void underLoad() throws InterruptedException {
        List<Stigg> processes = fleet.startLive(2);
        List<String> customers = IntStream.range(0, 20)
                .mapToObj(i -> "cust-load-" + i)
                .peek(fleet::givenCustomer)
                .toList();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong checks = new AtomicLong();
        Queue<Object> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> threads = processes.stream()
                .flatMap(process -> Stream.of(process, process))
                .map(process -> new Thread(() -> {
                    for (int i = 0; !isOver.get(); i++) {
                        checkOne(process, customers.get(i % customers.size()), wrong);
                        checks.incrementAndGet();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (int round = 0; round < 2; round++) {
            awaitMore(checks, 2_000);
            redis.kill();
            awaitMore(checks, 2_000);
            redis.startAgain();
        }
        fleet.givenCustomer("cust-after");
        await().atMost(SOON).until(() -> {
            processes.get(0).reloadEntitlements(CustomerScope.of("cust-after"));
            return isInRedis("cust-after");
        });

        isOver.set(true);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).isEmpty();
    }

    /** Of plan-pro single sign-on is granted, and the feature that nobody has is not. */
    private static void checkOne(Stigg process, String customerId, Queue<Object> wrong) {
        try {
            BooleanEntitlement sso = check(process, customerId);
            BooleanEntitlement nothing = process.getBooleanEntitlement(customerId, "feature-nobody-has");
            if (!sso.hasAccess() || nothing.hasAccess()) {
                wrong.add(List.of(sso, nothing));
            }
        } catch (RuntimeException | Error thrown) {
            wrong.add(thrown);
        }
    }

    private static void awaitMore(AtomicLong checks, long more) {
        long enough = checks.get() + more;
        await().atMost(SOON).until(() -> checks.get() >= enough);
    }

    @Test
    @DisplayName("is away, are answered by fallbacks where Stigg is to be spared")
    void fallbackOnly() {
        Stigg process = fleet.start(RedisCache::fallbackOnlyWithoutRedis, settings -> settings.withoutLiveUpdates());
        assertThat(check(process, CUSTOMER).hasAccess()).isTrue();
        redis.kill();
        fleet.backend().clearRequests();

        assertThat(check(process, "cust-2").isFallback()).isTrue();
        assertThat(fleet.questions()).isZero();
    }

    @Test
    @DisplayName("is not there yet, are answered by Stigg; and Redis is used as soon as it is there")
    void lateRedis() {
        redis.kill();
        Stigg process = fleet.start(cache -> cache, settings -> settings.withoutLiveUpdates());

        assertThat(check(process, CUSTOMER).hasAccess()).isTrue();

        redis.startAgain();
        await().atMost(SOON).until(() -> {
            process.reloadEntitlements(CustomerScope.of("cust-2"));
            return isInRedis("cust-2");
        });
    }

    @Test
    @DisplayName("hangs, are answered by Stigg, and do not each wait for Redis")
    void paused() {
        Stigg process = fleet.start(cache -> cache, settings -> settings.withoutLiveUpdates());
        assertThat(check(process, CUSTOMER).hasAccess()).isTrue();
        List<String> customers = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        customers.forEach(fleet::givenCustomer);
        redis.pause();
        assertThat(check(process, "cust-2").hasAccess()).isTrue();

        Instant start = Instant.now();
        customers.forEach(id -> assertThat(check(process, id).hasAccess()).isTrue());

        // Each would have waited for a second and more.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        redis.resume();
    }

    @Test
    @DisplayName("has forgotten its scripts, write as before")
    void flushedScripts() {
        Stigg process = fleet.start(cache -> cache, settings -> settings.withoutLiveUpdates());
        assertThat(check(process, CUSTOMER).hasAccess()).isTrue();

        redis.command("SCRIPT", "FLUSH");

        assertThat(check(process, "cust-2").hasAccess()).isTrue();
        await().atMost(SOON).until(() -> isInRedis("cust-2"));
    }

    @Test
    @DisplayName("is full, see what has changed nevertheless, in every process")
    void full() {
        List<Stigg> processes = fleet.startLive(2);
        processes.forEach(OutageTest::limit);
        redis.command("CONFIG", "SET", "maxmemory", "1mb");

        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));

        for (Stigg process : processes) {
            await().atMost(SOON).until(() -> limit(process) == 77_777);
        }
        redis.command("CONFIG", "SET", "maxmemory", "0");
        Stigg late = fleet.start();
        assertThat(limit(late)).isEqualTo(77_777);
    }

    @Test
    @DisplayName("holds what was changed while it was away, do not answer from it when it is back")
    void writtenMeanwhile() {
        Stigg process = fleet.startLive(1).get(0);
        limit(process);
        await().atMost(SOON).until(() -> isInRedis(CUSTOMER));
        redis.pause();
        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));
        await().atMost(SOON).until(() -> limit(process) == 77_777);
        redis.resume();

        Stigg late = fleet.start(cache -> cache.nearCache(MemoryCache.ofCustomers(10)), settings -> settings);

        await().atMost(SOON).until(() -> limit(late) == 77_777);
        assertThat(limit(process)).isEqualTo(77_777);
    }
}
