package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggCacheException;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.SdkClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redisson.api.RBatch;
import org.redisson.api.RBucketAsync;
import org.redisson.client.codec.StringCodec;

/**
 * Writes under the lock that Node takes as well: reads what is there, and then writes what is newer. For Node's layout in a
 * cluster, where the keys of a customer lie on several servers and no script can see them all.
 *
 * <p>The rules are those of {@code write.lua}. As no reader sees several servers at one instant, metadata says which set it
 * belongs to, and usage when it was counted, so that what does not belong together is a miss.
 */
final class LockedWrites implements SharedWrites {

    private final RedisLink redis;
    private final RedisLock locks;
    private final Keys keys;
    private final SdkClock clock;
    private final long secondsToLive;

    @Inject
    LockedWrites(RedisLink redis, RedisLock locks, Keys keys, RedisCache options, SdkClock clock) {
        this.redis = redis;
        this.locks = locks;
        this.keys = keys;
        this.clock = clock;
        this.secondsToLive = options.secondsToLive();
    }

    @Override
    public CompletionStage<Write.Outcome> write(Write write) {
        return underLock(write.snapshot().scope(), () -> compareAndWrite(write));
    }

    private <T> CompletionStage<T> underLock(CustomerScope scope, Supplier<CompletionStage<T>> change) {
        return lock(scope, MOST_RETRIES)
                .thenCompose(lock -> change.get()
                        .handle((outcome, failure) -> lock.release()
                                .thenCompose(released -> failure == null
                                        ? CompletableFuture.completedFuture(outcome)
                                        : CompletableFuture.<T>failedFuture(failure)))
                        .thenCompose(outcome -> outcome));
    }

    private CompletionStage<RedisLock.Held> lock(CustomerScope scope, int retries) {
        return locks.tryAcquire(keys.writeLock(scope)).thenCompose(lock -> {
            if (lock.isPresent()) {
                return CompletableFuture.completedFuture(lock.get());
            }
            return retries == 0
                    ? CompletableFuture.failedFuture(
                            new StiggCacheException("another process has locked " + scope, null))
                    : SharedWrites.pause(clock).thenCompose(over -> lock(scope, retries - 1));
        });
    }

    private CompletionStage<Write.Outcome> compareAndWrite(Write write) {
        CustomerScope scope = write.snapshot().scope();
        String set = keys.entitlements(scope);
        String metadata = keys.metadata(scope);
        List<String> wanted = new ArrayList<>(List.of(
                set,
                Keys.timestamp(set),
                metadata,
                Keys.timestamp(metadata),
                Keys.timestamp(keys.entitlements(CustomerScope.of(scope.customerId())))));
        write.trackable().forEach(fact -> wanted.addAll(withTimestamp(keys.usage(scope, fact.ref()))));
        return values(wanted).thenCompose(values -> {
            HeldSet held = HeldSet.in(values, set, metadata);
            if (write.onlyIfHeld() && !held.isThere()) {
                return CompletableFuture.completedFuture(Write.Outcome.NOT_HELD);
            }
            boolean isOlder = held.isNewerThan(write);
            Map<String, String> changes = isOlder ? refetched(write, held, metadata) : replaced(write, held, values);
            for (EntitlementFact fact : write.trackable()) {
                changes.putAll(usage(keys.usage(scope, fact.ref()), fact.usage(), values));
            }
            return set(changes).thenApply(done -> isOlder ? Write.Outcome.OLDER : Write.Outcome.WRITTEN);
        });
    }

    private Map<String, String> replaced(Write write, HeldSet held, Map<String, String> values) {
        CustomerScope scope = write.snapshot().scope();
        String set = keys.entitlements(scope);
        String metadata = keys.metadata(scope);
        Stream<Instant> others = Stream.concat(
                write.snapshot().updatedAt().isEmpty() ? held.timestamp().stream() : Stream.empty(),
                write.onlyIfHeld() || scope.resourceId().isEmpty()
                        ? Stream.empty()
                        : Json.timestamp(
                                values.get(Keys.timestamp(keys.entitlements(CustomerScope.of(scope.customerId())))))
                                .stream());
        String timestamp = ScriptedWrites.millis(Stream.concat(Stream.of(write.timestamp()), others)
                .max(Instant::compareTo)
                .orElseThrow());
        String entitlements = write.entitlements();
        return new HashMap<>(Map.of(
                set,
                entitlements,
                Keys.timestamp(set),
                timestamp,
                metadata,
                write.metadata().describing(entitlements).text(),
                Keys.timestamp(metadata),
                timestamp));
    }

    /** What is held stays, and is known to have been right later than that. */
    private static Map<String, String> refetched(Write write, HeldSet held, String metadata) {
        Instant fetched = write.snapshot().fetchedAt();
        return held.metadata().fetchedAt().filter(fetched::isAfter).isPresent()
                ? new HashMap<>(
                        Map.of(metadata, held.metadata().withFetchedAt(fetched).text()))
                : new HashMap<>();
    }

    private static Map<String, String> usage(String key, Usage usage, Map<String, String> values) {
        Instant counted = usage.updatedAt().orElse(Instant.EPOCH);
        boolean isNewer = values.get(key) == null
                || Json.timestamp(values.get(Keys.timestamp(key)))
                        .filter(counted::isBefore)
                        .isEmpty();
        return isNewer
                ? Map.of(key, UsageJson.countedText(usage, counted), Keys.timestamp(key), ScriptedWrites.counted(usage))
                : Map.of();
    }

    private static List<String> withTimestamp(String key) {
        return List.of(key, Keys.timestamp(key));
    }

    private CompletionStage<Map<String, String>> values(List<String> wanted) {
        return redis.call(
                client -> client.getBuckets(StringCodec.INSTANCE).<String>getAsync(wanted.toArray(String[]::new)));
    }

    private CompletionStage<Object> set(Map<String, String> changes) {
        if (changes.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return redis.call(client -> {
            RBatch batch = client.createBatch();
            changes.forEach((key, value) -> {
                RBucketAsync<String> bucket = batch.getBucket(key, StringCodec.INSTANCE);
                if (secondsToLive < 0) {
                    bucket.setAsync(value);
                } else {
                    bucket.setAsync(value, Duration.ofSeconds(secondsToLive));
                }
            });
            return batch.executeAsync().thenApply(done -> null);
        });
    }

    @Override
    public CompletionStage<?> applyUsage(UsageReading reading) {
        String set = keys.entitlements(reading.scope());
        String usage = keys.usage(reading.scope(), reading.ref());
        List<String> wanted = Stream.of(withTimestamp(set), withTimestamp(usage))
                .flatMap(List::stream)
                .collect(Collectors.toList());
        return underLock(
                reading.scope(),
                () -> values(wanted).thenCompose(values -> {
                    boolean isHeld = values.get(set) != null
                            && Json.timestamp(values.get(Keys.timestamp(set))).isPresent();
                    return set(isHeld ? usage(usage, reading.usage(), values) : Map.of());
                }));
    }

    @Override
    public CompletionStage<?> remove(CustomerScope scope) {
        return Removal.of(keys, scope).run(redis);
    }
}
