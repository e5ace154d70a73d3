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
    @DisplayName("make a client that works whether Redis is there or not")
    void cache() {
        RedisCache shared = RedisServers.at("redis://127.0.0.1:1")
                .environment("production")
                .nearCache(MemoryCache.ofCustomers(10_000));

        try (Stigg stigg =
                Stigg.builder().transport(acme.transport()).cache(shared).build()) {
            assertThat(stigg.getBooleanEntitlement("customer-acme", "feature-sso")
                            .isFallback())
                    .isFalse();
        }
    }

    @Test
    @DisplayName("say where Redis is")
    void servers() {
        String password = "a password";
        Path truststore = Path.of("truststore.p12");

        RedisServers one = RedisServers.at("rediss://redis:6379").withUser("stigg", password);
        RedisServers replicas = RedisServers.replicated("redis://redis-1:6379", "redis://redis-2:6379");
        RedisServers sentinel =
                RedisServers.sentinel("mymaster", "redis://sentinel-1:26379", "redis://sentinel-2:26379");
        RedisServers cluster = RedisServers.cluster("rediss://redis-1:6379").trusting(truststore, password);

        assertThat(one + " " + replicas + " " + sentinel + " " + cluster).doesNotContain(password);
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
