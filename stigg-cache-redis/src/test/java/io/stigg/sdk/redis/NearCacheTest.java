package io.stigg.sdk.redis;

import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.redis.server.RedisServer;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the cache in one Redis, behind a near cache")
class NearCacheTest extends TopologyContract {
    @Override
    Started start() {
        RedisServer server = RedisServer.start();
        return new Started(RedisServers.at(server.uri()), server);
    }

    @Override
    RedisCache options(RedisCache options) {
        return options.nearCache(MemoryCache.ofCustomers(100));
    }
}
