package io.stigg.sdk.redis;

import io.stigg.sdk.redis.server.RedisCluster;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the cache in a cluster, in Node's layout")
class ClusterCacheTest extends TopologyContract {
    @Override
    Started start() {
        RedisCluster cluster = RedisCluster.start();
        return new Started(RedisServers.cluster(cluster.uris().toArray(String[]::new)), cluster);
    }
}
