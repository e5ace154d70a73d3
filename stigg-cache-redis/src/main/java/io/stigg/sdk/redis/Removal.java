package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RedissonClient;

/** Removes the set of a scope. Immutable. */
final class Removal {
    private final String[] names;

    private Removal(String... names) {
        this.names = names;
    }

    static Removal of(Keys keys, CustomerScope scope) {
        String set = keys.entitlements(scope);
        String metadata = keys.metadata(scope);
        return new Removal(set, metadata, Keys.timestamp(set), Keys.timestamp(metadata));
    }

    CompletionStage<Long> run(RedisLink redis) {
        return redis.call(this::run);
    }

    CompletionStage<Long> run(RedissonClient client) {
        return client.getKeys().deleteAsync(names);
    }
}
