package io.stigg.sdk.redis;

import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.contract.EntitlementCacheContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.redisson.api.RedissonClient;

/** What every cache has to do, with one client for all tests of a class, and an environment for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TopologyContract extends EntitlementCacheContract {
    private final SdkClock clock = SdkClock.system();
    private AutoCloseable servers = () -> {};
    private RedissonClient client;

    /** Where Redis is, and what ends it. */
    record Started(RedisServers servers, AutoCloseable end) {}

    abstract Started start();

    RedisCache options(RedisCache options) {
        return options;
    }

    @BeforeAll
    void startServers() {
        Started started = start();
        servers = started.end();
        client = TestAdapters.client(started.servers());
    }

    @AfterAll
    void stopServers() throws Exception {
        client.shutdown();
        servers.close();
        clock.close();
    }

    @Override
    protected EntitlementCache newCache() {
        RedisCache options = RedisServers.of(client).environment(TestAdapters.environment());
        return TestAdapters.of(options(options), clock).cache();
    }
}
