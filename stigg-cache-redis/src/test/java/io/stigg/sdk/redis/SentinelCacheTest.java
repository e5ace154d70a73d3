package io.stigg.sdk.redis;

import io.stigg.sdk.redis.server.RedisSentinels;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the cache in a master under sentinels")
class SentinelCacheTest extends TopologyContract {
    @Override
    Started start() {
        RedisSentinels sentinels = RedisSentinels.start();
        return new Started(
                RedisServers.sentinel(sentinels.masterName(), sentinels.uris().toArray(String[]::new)), sentinels);
    }
}
