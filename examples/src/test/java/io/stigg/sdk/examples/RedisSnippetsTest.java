package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.RedisCache;
import io.stigg.sdk.redis.RedisServers;
import io.stigg.sdk.testkit.StiggBackend;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The snippets about Redis")
class RedisSnippetsTest {
    private final StiggBackend acme = StiggBackend.acme();

    @Test
    @DisplayName("are of a cache that a client can do without")
    void cache() {
        RedisCache absent = RedisServers.at("redis://127.0.0.1:1").environment("production");

        try (Stigg stigg =
                Stigg.builder().transport(acme.transport()).cache(absent).build()) {
            assertThat(stigg.getBooleanEntitlement("customer-acme", "feature-sso")
                            .isFallback())
                    .isFalse();
        }
    }

    @Test
    @DisplayName("say where Redis is")
    void servers() {
        // The JDK's own, which has a password that everybody knows.
        Path truststore = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        String password = "changeit";

        RedisServers one = RedisServers.at("rediss://redis:6379").withUser("stigg", password);
        RedisServers replicas = RedisServers.replicated("redis://redis-1:6379", "redis://redis-2:6379");
        RedisServers sentinel =
                RedisServers.sentinel("mymaster", "redis://sentinel-1:26379", "redis://sentinel-2:26379");
        RedisServers cluster = RedisServers.cluster("rediss://redis-1:6379").trusting(truststore, password);

        assertThat(one + " " + replicas + " " + sentinel + " " + cluster).doesNotContain(password);
    }

    @Test
    @DisplayName("make a cache for all processes")
    void shared() {
        RedisCache shared = RedisServers.at("redis://redis:6379")
                .environment("production")
                .nearCache(MemoryCache.ofCustomers(10_000));

        assertThat(shared).asString().contains("production", "redis://redis:6379");
    }

    @Test
    @DisplayName("set the options")
    void options() {
        RedisCache cache = RedisServers.at("redis://redis:6379")
                .environment("production")
                .nearCache(MemoryCache.ofCustomers(10_000))
                .timeToLive(Duration.ofDays(1))
                .fallbackOnlyWithoutRedis();

        assertThat(cache).asString().contains("production");
    }
}
