package io.stigg.sdk.redis;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.EntitlementScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import io.stigg.sdk.testkit.contract.SubscriptionScenarios;
import io.stigg.sdk.testkit.contract.TrialScenarios;
import io.stigg.sdk.testkit.contract.UsageScenarios;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;

@DisplayName("Acme, by a client whose cache is in Redis:")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedisScenariosTest {
    private static RedisServer redis;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private static ScenarioRoute route(StiggBackend backend) {
        Stigg stigg = Stigg.builder()
                .transport(backend.transport())
                .cache(RedisServers.at(redis.uri())
                        .environment(TestAdapters.environment())
                        .nearCache(MemoryCache.ofCustomers(1_000)))
                .clock(backend.clock())
                .build();
        // What was missed before that is asked for after a while, and time stands still here.
        Fleet.awaitLive(stigg);
        return ScenarioRoute.through(stigg);
    }

    @Nested
    @DisplayName("what is granted")
    class Entitlements extends EntitlementScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return route(backend);
        }
    }

    @Nested
    @DisplayName("how customers come and leave")
    class Subscriptions extends SubscriptionScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return route(backend);
        }
    }

    @Nested
    @DisplayName("trials")
    class Trials extends TrialScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return route(backend);
        }
    }

    @Nested
    @DisplayName("usage")
    class Usage extends UsageScenarios {
        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return route(backend);
        }
    }
}
