package io.stigg.sdk.redis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Redis servers of the tests")
class RedisServersTest {
    @Test
    @DisplayName("answer with strings, numbers, lists and nothing")
    void answers() {
        try (RedisServer server = RedisServer.start()) {
            assertThat(server.command("PING")).isEqualTo("PONG");
            assertThat(server.command("HSET", "key", "naïve", "1", "empty", "")).isEqualTo(2L);
            assertThat(server.command("HMGET", "key", "naïve", "empty", "absent"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .containsExactly("1", "", null);
            assertThat(server.command("GET", "absent")).isNull();
        }
    }

    @Test
    @DisplayName("say what they refuse")
    void refuses() {
        try (RedisServer server = RedisServer.start()) {
            assertThatExceptionOfType(RedisErrorReply.class)
                    .isThrownBy(() -> server.command("GET"))
                    .withMessage("ERR wrong number of arguments for 'get' command");
        }
    }

    @Test
    @DisplayName("take options, and their password is used")
    void takesOptions() {
        try (RedisServer server = RedisServer.start("--requirepass", "secret", "--maxmemory", "3mb")) {
            assertThat(server.command("CONFIG", "GET", "maxmemory")).isEqualTo(List.of("maxmemory", "3145728"));
        }
    }

    @Test
    @DisplayName("say what they logged when an option is wrong")
    void showsTheLog() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> RedisServer.start("--no-such-option", "1"))
                .withMessageContaining("no-such-option \"1\"");
    }

    @Test
    @DisplayName("come back on the same port after a kill, and empty")
    void comesBack() {
        try (RedisServer server = RedisServer.start()) {
            server.command("SET", "key", "value");
            int port = server.port();

            server.kill();

            assertThatExceptionOfType(RedisUnavailable.class).isThrownBy(() -> server.command("PING"));

            server.startAgain();

            assertThat(server.port()).isEqualTo(port);
            assertThat(server.command("GET", "key")).isNull();
        }
    }

    @Test
    @DisplayName("go on after a pause")
    void goesOn() {
        try (RedisServer server = RedisServer.start()) {
            server.command("SET", "key", "value");
            server.pause();

            assertThatExceptionOfType(RedisUnavailable.class).isThrownBy(() -> server.command("PING"));

            server.resume();

            assertThat(server.command("GET", "key")).isEqualTo("value");
        }
    }

    @Test
    @DisplayName("leave nothing behind once closed")
    void leavesNothing() {
        RedisServer server = RedisServer.start();
        Object directory = ((List<?>) server.command("CONFIG", "GET", "dir")).get(1);

        server.close();

        assertThat(Path.of((String) directory)).doesNotExist();
        assertThatExceptionOfType(RedisUnavailable.class).isThrownBy(() -> server.command("PING"));
    }

    @Test
    @DisplayName("speak TLS, and nothing else on that port")
    void speaksTls() {
        try (RedisServer server = RedisServer.startWithTls()) {
            assertThat(server.uri()).startsWith("rediss://");
            assertThat(server.truststore()).isNotEmptyFile();
            assertThat(server.command("PING")).isEqualTo("PONG");
        }
    }

    @Test
    @DisplayName("form a cluster that is in order on all nodes, also after one was down")
    void formsACluster() {
        try (RedisCluster cluster = RedisCluster.start()) {
            assertThat(cluster.nodes())
                    .hasSize(3)
                    .allSatisfy(node -> assertThat(node.command("PING")).isEqualTo("PONG"));

            cluster.nodes().get(1).kill();
            cluster.nodes().get(1).startAgain();
            cluster.awaitOk();

            assertThat(cluster.nodes())
                    .allSatisfy(node ->
                            assertThat((String) node.command("CLUSTER", "INFO")).contains("cluster_state:ok"));
        }
    }

    @Test
    @DisplayName("replicate from master to replica")
    void replicates() {
        try (RedisReplicas servers = RedisReplicas.start()) {
            servers.master().command("SET", "key", "value");

            awaitValue(servers.replica());
        }
    }

    @Test
    @DisplayName("fail over under sentinels")
    void failsOver() {
        try (RedisSentinels servers = RedisSentinels.start()) {
            RedisServer first = servers.master();
            first.command("SET", "key", "value");
            awaitValue(servers.replica());

            servers.failOver();

            assertThat(servers.master()).isNotSameAs(first);
            assertThat(servers.master().command("SET", "key", "written after", "GET"))
                    .isEqualTo("value");
        }
    }

    private static void awaitValue(RedisServer server) {
        await().untilAsserted(() -> assertThat(server.command("GET", "key")).isEqualTo("value"));
    }
}
