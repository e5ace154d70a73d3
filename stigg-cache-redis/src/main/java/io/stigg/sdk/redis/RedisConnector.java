package io.stigg.sdk.redis;

import org.redisson.api.RedissonClient;

/** Makes a client for Redis, or lends one. */
interface RedisConnector {
    /** Makes the client. May take a second, and does not need Redis to be there. */
    RedissonClient connect();

    /** Ends what {@link #connect} made, if it made anything. */
    void disconnect(RedissonClient client);
}
