package io.stigg.sdk.redis;

import io.stigg.sdk.redis.server.RedisReplicas;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the cache in a master with a replica")
class ReplicatedCacheTest extends TopologyContract {
    @Override
    Started start() {
        RedisReplicas replicas = RedisReplicas.start();
        return new Started(RedisServers.replicated(replicas.uris().toArray(String[]::new)), replicas);
    }
}
