package io.stigg.sdk.redis;

import io.stigg.sdk.redis.server.RedisServer;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the cache in one Redis")
class SingleServerCacheTest extends TopologyContract {
    @Override
    Started start() {
        RedisServer server = RedisServer.start();
        return new Started(RedisServers.at(server.uri()), server);
    }
}
