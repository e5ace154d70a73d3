package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.Fleet.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

@DisplayName("Updates of Stigg, in several processes with one Redis,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedUpdatesTest {
    private static final String CALLS = "feature-api-calls";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RedisServer redis = RedisServer.start();
    private Fleet fleet;

    @BeforeEach
    void givenCustomer() {
        fleet = new Fleet(redis);
        fleet.givenCustomer(CUSTOMER);
    }

    @AfterEach
    void closeAll() {
        fleet.close();
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    private static double limit(Stigg process) {
        return process.getMeteredEntitlement(MeteredQuery.of(CUSTOMER, CALLS))
                .usageLimit()
                .orElseThrow();
    }

    private static double usage(Stigg process) {
        return process.getMeteredEntitlement(MeteredQuery.of(CUSTOMER, CALLS)).currentUsage();
    }

    @Test
    @DisplayName("take one stream for all")
    void oneStream() {
        fleet.startLive(4);

        assertThat(fleet.backend().streamCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("reach the checks of all, which ask nothing for it")
    void reachAll() {
        List<Stigg> processes = fleet.startLive(3);
        processes.forEach(SharedUpdatesTest::limit);
        fleet.backend().clearRequests();

        fleet.backend().setUsage(CustomerScope.of(CUSTOMER), CALLS, 7);
        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));

        for (Stigg process : processes) {
            await().atMost(SOON).until(() -> limit(process) == 77_777 && usage(process) == 7);
        }
        assertThat(fleet.questions()).isZero();
    }

    @Test
    @DisplayName("are in Redis for a process that starts later, which asks nothing either")
    void reachRedis() {
        Stigg process = fleet.startLive(1).get(0);
        limit(process);
        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));
        await().atMost(SOON).until(() -> limit(process) == 77_777);
        fleet.backend().clearRequests();

        Stigg late = fleet.start();

        await().atMost(SOON).until(() -> limit(late) == 77_777);
        assertThat(fleet.questions()).isZero();
    }

    @Test
    @DisplayName("tell the listeners of all that a package was published")
    void published() {
        List<PackagePublished> heard = new CopyOnWriteArrayList<>();
        List<Stigg> processes = fleet.startLive(2);
        processes.forEach(process -> process.addListener(new StiggListener() {
            @Override
            public void onPackagePublished(PackagePublished event) {
                heard.add(event);
            }
        }));

        fleet.backend()
                .publish(
                        fleet.backend().catalog().plan("plan-pro").orElseThrow(),
                        PackagePublished.Migration.ALL_CUSTOMERS);

        await().atMost(SOON).until(() -> heard.size() == 2);
    }

    @Test
    @DisplayName("go on by another process when the one that had the stream is closed")
    void closed() {
        List<Stigg> processes = fleet.startLive(3);
        processes.forEach(SharedUpdatesTest::limit);

        processes.get(0).close();

        for (Stigg process : processes.subList(1, 3)) {
            await().atMost(SOON).until(() -> fleet.backend().streamCount() == 1);
            Fleet.awaitLive(process);
        }
        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));
        for (Stigg process : processes.subList(1, 3)) {
            await().atMost(SOON).until(() -> limit(process) == 77_777);
        }
    }

    @Test
    @DisplayName("do not end when a message is lost: what it may have said is looked up")
    void gap() {
        List<Stigg> processes = fleet.startLive(2);
        processes.forEach(SharedUpdatesTest::limit);
        RedissonClient client = TestAdapters.client(RedisServers.at(redis.uri()));
        try {
            List<String> messages = new CopyOnWriteArrayList<>();
            client.getTopic(fleet.keys().updatesChannel(), StringCodec.INSTANCE)
                    .addListener(String.class, (channel, message) -> messages.add(message));
            await().atMost(SOON).until(() -> !messages.isEmpty());
            LeaderMessage last = LeaderMessage.read(messages.get(messages.size() - 1), Instant.now());

            client.getTopic(fleet.keys().updatesChannel(), StringCodec.INSTANCE)
                    .publish(new LeaderMessage(last.leader(), last.stretch(), last.number() + 5, Optional.empty())
                            .text());

            await().atMost(SOON).until(() -> processes.get(1).status().updates() != StiggStatus.Updates.LIVE);
            Fleet.awaitLive(processes.get(1));
            fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));
            for (Stigg process : processes) {
                await().atMost(SOON).until(() -> limit(process) == 77_777);
            }
        } finally {
            client.shutdown();
        }
    }

    @Test
    @DisplayName("reach each process by itself while Redis is away, and all by one when it is back")
    void withoutRedis() {
        List<Stigg> processes = fleet.startLive(2);
        processes.forEach(SharedUpdatesTest::limit);

        redis.kill();

        await().atMost(SOON).until(() -> fleet.backend().streamCount() == 2);
        processes.forEach(Fleet::awaitLive);
        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 55_555));
        for (Stigg process : processes) {
            await().atMost(SOON).until(() -> limit(process) == 55_555);
        }

        redis.startAgain();

        await().atMost(SOON).until(() -> fleet.backend().streamCount() == 1);
        processes.forEach(Fleet::awaitLive);
        fleet.backend().promote(CUSTOMER, Grant.limited(CALLS, 77_777));
        for (Stigg process : processes) {
            await().atMost(SOON).until(() -> limit(process) == 77_777);
        }
    }

    @Test
    @DisplayName("take no stream at all where the persistent-cache-service keeps Redis up to date")
    void service() {
        Stigg process = fleet.start(
                cache -> cache.nearCache(MemoryCache.ofCustomers(10)).keptUpToDateByService(), settings -> settings);

        assertThat(limit(process)).isPositive();
        assertThat(fleet.backend().streamCount()).isZero();
        assertThat(process.status().updates()).isEqualTo(StiggStatus.Updates.OFF);
    }
}
