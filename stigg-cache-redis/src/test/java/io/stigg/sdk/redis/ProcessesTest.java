package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.Fleet.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.catalog.Grant;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A process")
class ProcessesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RedisServer redis = RedisServer.start();
    private final Fleet fleet = new Fleet(redis);

    @AfterEach
    void stop() {
        fleet.close();
        redis.close();
    }

    @Test
    @DisplayName("that follows Stigg for all and is killed is replaced by another one")
    void killed() throws IOException {
        fleet.givenCustomer(CUSTOMER);
        try (OtherProcess leader = OtherProcess.start(redis.uri(), fleet.environment(), false)) {
            Stigg process = fleet.start();
            Fleet.awaitLive(process);
            assertThat(fleet.backend().streamCount()).isZero();

            leader.kill();

            await().atMost(SOON).until(() -> fleet.backend().streamCount() == 1);
            Fleet.awaitLive(process);
            process.getBooleanEntitlement(CUSTOMER, "feature-analytics");
            fleet.backend().promote(CUSTOMER, Grant.of("feature-analytics"));
            await().atMost(SOON)
                    .until(() -> process.getBooleanEntitlement(CUSTOMER, "feature-analytics")
                            .hasAccess());
        }
    }

    @Test
    @DisplayName(
            "that misses a customer at the same time as five others asks Stigg, or none of it: one of them does for all")
    void asksOnce() throws IOException {
        List<AskingProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                processes.add(AskingProcess.start(redis.uri(), fleet.environment()));
            }
            for (AskingProcess process : processes) {
                process.go();
            }
            List<String> told = new ArrayList<>();
            for (AskingProcess process : processes) {
                told.add(process.line());
            }

            assertThat(told).containsExactlyInAnyOrder("true 1", "true 0", "true 0", "true 0", "true 0", "true 0");
        } finally {
            processes.forEach(AskingProcess::close);
        }
    }

    @Test
    @DisplayName("that forgets to close its client ends nevertheless")
    void forgetful() throws Exception {
        try (OtherProcess process = OtherProcess.start(redis.uri(), fleet.environment(), true)) {
            assertThat(process.endsByItself()).isTrue();
        }
    }
}
