package io.stigg.sdk.redis;

import io.stigg.sdk.Registration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.redisson.api.RTopic;
import org.redisson.client.codec.StringCodec;

/** Messages between processes. Those that are sent while a connection is broken are lost. Immutable. */
final class Channel {
    private final RedisLink redis;
    private final String name;

    Channel(RedisLink redis, String name) {
        this.redis = redis;
        this.name = name;
    }

    CompletionStage<Long> publish(String message) {
        return redis.call(client -> client.getTopic(name, StringCodec.INSTANCE).publishAsync(message));
    }

    /** Listens; messages come one at a time and in order. The stage fails if Redis is away. */
    CompletionStage<Registration> subscribe(Consumer<String> listener) {
        return redis.call(client -> {
            RTopic topic = client.getTopic(name, StringCodec.INSTANCE);
            return topic.addListenerAsync(String.class, (channel, message) -> listener.accept(message))
                    .thenApply(id -> () -> topic.removeListenerAsync(id));
        });
    }
}
