package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.Fleet.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.catalog.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;

@DisplayName("A cache in Redis")
class RedisOptionsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "s3cret-Passw0rd";

    /** What docs/redis.md names. */
    private static final List<String> COMMANDS = List.of(
            "+get",
            "+set",
            "+psetex",
            "+mget",
            "+del",
            "+exists",
            "+pttl",
            "+pexpire",
            "+eval",
            "+evalsha",
            "+script|load",
            "+publish",
            "+subscribe",
            "+unsubscribe",
            "+ping",
            "+client|setname");

    private static boolean hasAccess(Stigg process) {
        return process.getBooleanEntitlement(CUSTOMER, "feature-sso").hasAccess();
    }

    private static void awaitInRedis(RedisServer redis, Fleet fleet) {
        await().atMost(SOON)
                .until(() -> redis.command("GET", fleet.keys().entitlements(CustomerScope.of(CUSTOMER))) != null);
    }

    @ParameterizedTest(name = "''{0}''")
    @DisplayName("needs an environment prefix that can stand in a key")
    @ValueSource(strings = {"", " ", "a b", "{a}", "a\n"})
    void prefix(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisServers.at("redis://localhost:6379").environment(prefix))
                .withMessageContaining("prefix");
    }

    @ParameterizedTest
    @DisplayName("needs an address with a scheme, a host and a port, and no more")
    @ValueSource(
            strings = {
                "redis",
                "http://redis:6379",
                "redis://redis",
                "redis://redis:6379/2",
                "redis://redis:6379?timeout=1"
            })
    void address(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisServers.at(address))
                .withMessageContaining("address");
    }

    @Test
    @DisplayName("shows no password that stands in an address")
    void passwordInAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisServers.at("redis://:" + SECRET + "@redis:6379"))
                .withMessageContaining("withPassword")
                .withMessageNotContaining(SECRET);
    }

    @Test
    @DisplayName("needs a key store that can be read, and says so at once")
    void keyStore(@TempDir Path directory) throws IOException {
        Path garbage = Files.writeString(directory.resolve("garbage.p12"), "no key store");
        RedisServers servers = RedisServers.at("rediss://redis:6379");

        assertThat(List.of(garbage, directory.resolve("missing.p12")))
                .allSatisfy(file -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> servers.trusting(file, SECRET))
                        .withMessageContaining("keyStore")
                        .withMessageNotContaining(SECRET));
    }

    @Test
    @DisplayName("is kept for a second at least")
    void timeToLive() {
        RedisCache cache = RedisServers.at("redis://localhost:6379").environment("test");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.timeToLive(Duration.ofMillis(999)))
                .withMessageContaining("timeToLive");
    }

    @Test
    @DisplayName("does not show the password")
    void secrets() {
        RedisServers servers = RedisServers.at("redis://localhost:6379").withUser("stigg", SECRET);

        assertThat(servers + " " + servers.environment("test")).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("is reached over TLS, with a certificate that is trusted")
    void tls() {
        try (RedisServer redis = RedisServer.startWithTls();
                Fleet fleet = new Fleet(redis)) {
            fleet.givenCustomer(CUSTOMER);
            Stigg process = fleet.start(
                    RedisServers.at(redis.uri()).trusting(redis.truststore(), redis.truststorePassword()),
                    UnaryOperator.identity(),
                    StiggBuilder::withoutLiveUpdates);

            assertThat(hasAccess(process)).isTrue();
            awaitInRedis(redis, fleet);
        }
    }

    @Test
    @DisplayName("is not reached when nobody trusts its certificate; Stigg answers then")
    void distrusted() {
        try (RedisServer redis = RedisServer.startWithTls();
                Fleet fleet = new Fleet(redis)) {
            fleet.givenCustomer(CUSTOMER);
            Stigg process = fleet.start(
                    RedisServers.at(redis.uri()), UnaryOperator.identity(), StiggBuilder::withoutLiveUpdates);

            assertThat(hasAccess(process)).isTrue();
            assertThat(redis.command("DBSIZE")).isEqualTo(0L);
        }
    }

    @Test
    @DisplayName("with a wrong password is done without; Stigg answers then")
    void wrongPassword() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis)) {
            redis.command("ACL", "SETUSER", "stigg", "on", ">right", "~*", "&*", "+@all");
            fleet.givenCustomer(CUSTOMER);
            Stigg process = fleet.start(
                    RedisServers.at(redis.uri()).withUser("stigg", "wrong"),
                    UnaryOperator.identity(),
                    StiggBuilder::withoutLiveUpdates);

            assertThat(hasAccess(process)).isTrue();
            assertThat(redis.command("DBSIZE")).isEqualTo(0L);
        }
    }

    @Test
    @DisplayName("needs no more of a user than the documented commands, keys and channels")
    void acl() {
        try (RedisServer redis = RedisServer.start();
                Fleet fleet = new Fleet(redis)) {
            String prefix = fleet.environment();
            List<String> user = new ArrayList<>(List.of(
                    "ACL",
                    "SETUSER",
                    "stigg",
                    "on",
                    ">right",
                    "~" + prefix + ":*",
                    "~" + prefix + "-*",
                    "resetchannels",
                    "&" + prefix + ":*"));
            user.addAll(COMMANDS);
            redis.command(user.toArray(String[]::new));
            fleet.givenCustomer(CUSTOMER);
            RedisServers servers = RedisServers.at(redis.uri()).withUser("stigg", "right");
            Stigg first = fleet.start(servers, UnaryOperator.identity(), UnaryOperator.identity());
            Fleet.awaitLive(first);
            Stigg second = fleet.start(servers, UnaryOperator.identity(), UnaryOperator.identity());
            Fleet.awaitLive(second);
            assertThat(hasAccess(first)).isTrue();
            awaitInRedis(redis, fleet);

            fleet.backend().promote(CUSTOMER, Grant.of("feature-analytics"));
            fleet.backend().setUsage(CustomerScope.of(CUSTOMER), "feature-api-calls", 7);
            first.reloadEntitlements(CustomerScope.of(CUSTOMER));

            await().atMost(SOON)
                    .until(() -> second.getBooleanEntitlement(CUSTOMER, "feature-analytics")
                            .hasAccess());
            first.close();
            await().atMost(SOON).until(() -> fleet.backend().streamCount() == 1);
            // Redisson tries out at the start whether it may use scripts on a key of that name, and takes no for an
            // answer.
            assertThat(redis.command("ACL", "LOG"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .allSatisfy(denied -> assertThat(denied).asString().contains("object, test1"));
        }
    }

    @Test
    @DisplayName("leaves a client open that the application has lent")
    void lent() {
        try (RedisServer redis = RedisServer.start()) {
            RedissonClient client = TestAdapters.client(RedisServers.at(redis.uri()));
            try (Fleet fleet = new Fleet(redis)) {
                fleet.givenCustomer(CUSTOMER);
                assertThat(hasAccess(fleet.start(
                                RedisServers.of(client), UnaryOperator.identity(), StiggBuilder::withoutLiveUpdates)))
                        .isTrue();
            }

            assertThat(client.getKeys().count()).isPositive();
            client.shutdown();
        }
    }
}
