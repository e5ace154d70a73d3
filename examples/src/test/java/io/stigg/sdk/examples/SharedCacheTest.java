package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.redis.server.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The example of processes that share a cache")
@Timeout(120)
class SharedCacheTest {
    @Test
    @DisplayName("asks Stigg once for two processes, counts in one what the other reports, and starts without Stigg")
    void story() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (RedisServer redis = RedisServer.start()) {
            SharedCache.run(new PrintStream(out, true, StandardCharsets.UTF_8), redis.uri());
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "The first process checks: 0 of 100 calls used. Stigg was asked once so far.",
                        "The second process starts and checks: 0 of 100 calls used. Stigg was asked once so far.",
                        "The first process reports 40 calls.",
                        "The second process checks: 40 of 100 calls used. Stigg was asked once so far.",
                        "Stigg goes away, and the second process is started again.",
                        "It checks: 40 of 100 calls used.");
    }
}
