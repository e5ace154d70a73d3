package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.Fleet.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RedissonClient;

@DisplayName("Processes that miss the same customer")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FetchOnceTest {
    private static final BooleanQuery QUESTION = BooleanQuery.of(CUSTOMER, "feature-sso");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RedisServer redis = RedisServer.start();
    private final RedissonClient client = TestAdapters.client(RedisServers.at(redis.uri()));
    private Fleet fleet;

    @BeforeEach
    void givenCustomer() {
        fleet = new Fleet(redis);
        fleet.givenCustomer(CUSTOMER);
    }

    @AfterEach
    void closeAll() {
        redis.command("REPLICAOF", "NO", "ONE");
        fleet.close();
    }

    @AfterAll
    void stop() {
        client.shutdown();
        redis.close();
    }

    /** A process that only asks; all of them take their connections from one client, to have fifty in one JVM. */
    private Stigg start() {
        return fleet.start(
                RedisServers.of(client),
                cache -> cache,
                settings -> settings.withoutLiveUpdates().checkTimeout(Duration.ofSeconds(20)));
    }

    private List<BooleanEntitlement> checkedAtOnce(List<Stigg> processes) {
        List<CompletableFuture<BooleanEntitlement>> answers = new ArrayList<>();
        processes.forEach(process -> answers.add(process.async().getBooleanEntitlement(QUESTION)));
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private List<Stigg> started(int count) {
        return IntStream.range(0, count).mapToObj(number -> start()).toList();
    }

    @Test
    @DisplayName("ask Stigg once, all fifty of them")
    void once() {
        List<Stigg> processes = started(50);
        fleet.backend().faults().on(GetEntitlementsState.class).delayAnswers(Duration.ofMillis(300));

        List<BooleanEntitlement> answers = checkedAtOnce(processes);

        assertThat(answers).hasSize(50).allMatch(BooleanEntitlement::hasAccess);
        assertThat(fleet.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("do not fail because the one that asked has failed")
    void failure() {
        List<Stigg> processes = started(5);
        fleet.backend().faults().on(GetEntitlementsState.class).failNext(1, Faults.refused(ErrorCode.UNKNOWN));

        List<BooleanEntitlement> answers = checkedAtOnce(processes);

        assertThat(answers.stream().filter(BooleanEntitlement::hasAccess)).hasSize(4);
        assertThat(fleet.questions()).isEqualTo(2);
    }

    @Test
    @DisplayName("wait for a process of Node that asks already, and take what it has written")
    void nodeAsks() {
        Stigg process = start();
        Stigg writer = start();
        assertThat(writer.getBooleanEntitlement(QUESTION).hasAccess()).isTrue();
        String set = fleet.keys().entitlements(CustomerScope.of(CUSTOMER));
        Object entitlements = redis.command("GET", set);
        redis.command("DEL", set);
        fleet.backend().clearRequests();
        redis.command("SET", fleet.keys().fetchLock(CustomerScope.of(CUSTOMER)), "0".repeat(32), "PX", "30000");

        CompletableFuture<BooleanEntitlement> answer = process.async().getBooleanEntitlement(QUESTION);
        await().atMost(SOON)
                .until(() -> redis.command("PUBSUB", "NUMSUB", fleet.keys().fetchChannel(CustomerScope.of(CUSTOMER)))
                        .toString()
                        .endsWith("1]"));
        redis.command("SET", set, entitlements.toString());
        redis.command("PUBLISH", fleet.keys().fetchChannel(CustomerScope.of(CUSTOMER)), "{}");

        assertThat(answer.join().hasAccess()).isTrue();
        assertThat(fleet.questions()).isZero();
    }

    @Test
    @DisplayName("ask by themselves when a process of Node that asked tells of an error")
    void nodeFails() {
        Stigg process = start();
        String lock = fleet.keys().fetchLock(CustomerScope.of(CUSTOMER));
        String channel = fleet.keys().fetchChannel(CustomerScope.of(CUSTOMER));
        redis.command("SET", lock, "0".repeat(32), "PX", "30000");

        CompletableFuture<BooleanEntitlement> answer = process.async().getBooleanEntitlement(QUESTION);
        await().atMost(SOON)
                .until(() ->
                        redis.command("PUBSUB", "NUMSUB", channel).toString().endsWith("1]"));
        redis.command("DEL", lock);
        redis.command("PUBLISH", channel, "{\"error\":\"no\"}");

        assertThat(answer.join().hasAccess()).isTrue();
        assertThat(fleet.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("ask when the process that asked has died, as soon as its lock has run out")
    void died() {
        Stigg process = start();
        redis.command("SET", fleet.keys().fetchLock(CustomerScope.of(CUSTOMER)), "0".repeat(32), "PX", "1500");

        assertThat(process.getBooleanEntitlement(QUESTION).hasAccess()).isTrue();
        assertThat(fleet.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("ask at once when Redis gives no locks, because nobody holds one")
    void noLocks() {
        Stigg process = start();
        assertThat(process.getBooleanEntitlement(BooleanQuery.of("cust-unknown", "feature-sso"))
                        .hasAccess())
                .isFalse();
        fleet.backend().clearRequests();
        redis.command("REPLICAOF", "127.0.0.1", "1");

        assertThat(process.getBooleanEntitlement(QUESTION).hasAccess()).isTrue();
        assertThat(fleet.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("and one of its resources, ask for the customer as well, so that the next one finds both")
    void resource() {
        Stigg first = start();
        Stigg second = start();
        CustomerScope resource = CustomerScope.of(CUSTOMER).resource("site-a");
        first.getEntitlementsState(resource);
        int asked = fleet.questions();

        second.getEntitlementsState(resource);

        assertThat(asked).isEqualTo(2);
        assertThat(fleet.questions()).isEqualTo(2);
    }
}
