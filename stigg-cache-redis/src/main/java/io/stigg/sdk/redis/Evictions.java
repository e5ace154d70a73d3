package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.CustomerScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Lets other processes know what was removed from Redis, so that they forget it as well. Thread-safe. */
@Singleton
final class Evictions {
    private static final String SENDER = "from";

    private final String self = UUID.randomUUID().toString();
    private final Channel channel;
    private final RedisLink redis;
    private final Nonsense nonsense;
    private Registration subscription = () -> {};
    private Registration waiting = () -> {};
    private boolean isSubscribed;
    private boolean isClosed;

    @Inject
    Evictions(RedisLink redis, Keys keys, Nonsense nonsense) {
        this.redis = redis;
        this.channel = new Channel(redis, keys.evictionsChannel());
        this.nonsense = nonsense;
    }

    /** Sets what is done about what other processes have removed. */
    void whenTold(Consumer<CustomerScope> action) {
        Registration registered = redis.whenUp(() -> subscribe(action));
        synchronized (this) {
            waiting = registered;
        }
    }

    private void subscribe(Consumer<CustomerScope> action) {
        synchronized (this) {
            if (isSubscribed || isClosed) {
                return;
            }
            isSubscribed = true;
        }
        channel.subscribe(message -> told(message, action)).whenComplete(this::subscribed);
    }

    private void subscribed(Registration made, Throwable failure) {
        synchronized (this) {
            if (failure != null) {
                isSubscribed = false;
                return;
            }
            subscription = made;
            if (!isClosed) {
                return;
            }
        }
        made.close();
    }

    private void told(String message, Consumer<CustomerScope> action) {
        try {
            JsonObject json = Json.object(message);
            if (!Json.requiredText(json, SENDER).equals(self)) {
                action.accept(ScopeJson.read(json));
            }
        } catch (JsonParseException | IllegalArgumentException senseless) {
            nonsense.found("a message about what was removed", senseless);
        }
    }

    /** Tells the others. */
    CompletionStage<Long> tell(CustomerScope scope) {
        JsonObject json = ScopeJson.write(scope);
        json.addProperty(SENDER, self);
        return channel.publish(json.toString());
    }

    synchronized void close() {
        isClosed = true;
        waiting.close();
        subscription.close();
    }
}
