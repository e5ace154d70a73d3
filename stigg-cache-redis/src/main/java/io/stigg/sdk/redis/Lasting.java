package io.stigg.sdk.redis;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RBatch;
import org.redisson.api.RBucketAsync;
import org.redisson.client.codec.StringCodec;

/**
 * Keeps in Redis which stretch has lasted until when, see {@link Followed}, so that a process that has just started can
 * trust what it finds. When it was written last is told by the time that it has left to live: no clocks are compared.
 */
@Singleton
final class Lasting {
    private static final Duration KEPT = Duration.ofDays(7);

    private final RedisLink redis;
    private final Keys keys;
    private final Followed followed;
    private final SdkClock clock;
    private final Nonsense nonsense;

    @Inject
    Lasting(RedisLink redis, Keys keys, Followed followed, SdkClock clock, Nonsense nonsense) {
        this.redis = redis;
        this.keys = keys;
        this.followed = followed;
        this.clock = clock;
        this.nonsense = nonsense;
    }

    /** Has what was left found as soon as Redis can be reached, before anything is read. */
    void findAtStart() {
        redis.beforeUp(this::find);
    }

    CompletionStage<?> tell(String stretch) {
        JsonObject json = new JsonObject();
        json.addProperty("stretch", stretch);
        return redis.call(client ->
                client.getBucket(keys.followed(), StringCodec.INSTANCE).setAsync(json.toString(), KEPT));
    }

    private CompletionStage<?> find() {
        Instant askedAt = clock.now();
        return redis.insist(client -> {
            RBatch batch = client.createBatch();
            RBucketAsync<String> bucket = batch.getBucket(keys.followed(), StringCodec.INSTANCE);
            CompletableFuture<String> text = bucket.getAsync().toCompletableFuture();
            CompletableFuture<Long> left = bucket.remainTimeToLiveAsync().toCompletableFuture();
            return batch.executeAsync().thenAccept(done -> {
                if (text.join() != null && left.join() > 0) {
                    found(text.join(), askedAt.minus(KEPT.minusMillis(left.join())));
                }
            });
        });
    }

    private void found(String text, Instant writtenAt) {
        try {
            followed.lastedUntil(Json.requiredText(Json.object(text), "stretch"), writtenAt);
        } catch (JsonParseException senseless) {
            nonsense.found(keys.followed(), senseless);
        }
    }
}
