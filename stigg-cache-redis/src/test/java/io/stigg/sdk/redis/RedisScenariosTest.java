package io.stigg.sdk.redis;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.server.RedisServer;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.AcmeScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;

@DisplayName("Acme, by a client whose cache is in Redis:")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedisScenariosTest extends AcmeScenarios {
    private static RedisServer redis;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    protected ScenarioRoute routeTo(StiggBackend backend) {
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
}
