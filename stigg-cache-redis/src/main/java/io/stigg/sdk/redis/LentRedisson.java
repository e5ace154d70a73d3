package io.stigg.sdk.redis;

import org.redisson.api.RedissonClient;

/** A client of the application's, which stays the application's. Immutable. */
final class LentRedisson implements RedisConnector {
    private final RedissonClient client;

    LentRedisson(RedissonClient client) {
        this.client = client;
    }

    @Override
    public RedissonClient connect() {
        return client;
    }

    @Override
    public void disconnect(RedissonClient lent) {}

    @Override
    public String toString() {
        return "the application's client";
    }
}
