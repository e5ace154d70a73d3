package io.stigg.sdk.redis;

import io.stigg.sdk.redis.server.RedisCluster;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the cache in a cluster, with a customer in one slot")
class TaggedClusterCacheTest extends TopologyContract {
    @Override
    Started start() {
        RedisCluster cluster = RedisCluster.start();
        return new Started(RedisServers.cluster(cluster.uris().toArray(String[]::new)), cluster);
    }

    @Override
    RedisCache options(RedisCache options) {
        return options.hashTagged();
    }
}
