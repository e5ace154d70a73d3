package io.stigg.sdk.redis;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.CacheLookup;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.redis.server.RedisCluster;
import io.stigg.sdk.redis.server.RedisServer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RType;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.codec.StringCodec;

/** A real Redis, looked at past the cache: what is in it, and what somebody else puts there. */
final class RawRedis implements AutoCloseable {
    private final RedisServers servers;
    private final Runnable processes;
    private final RedissonClient client;

    private RawRedis(RedisServers servers, Runnable processes) {
        this.servers = servers;
        this.processes = processes;
        this.client = TestAdapters.client(servers);
    }

    static RawRedis single() {
        RedisServer server = RedisServer.start();
        return new RawRedis(RedisServers.at(server.uri()), server::close);
    }

    static RawRedis cluster() {
        RedisCluster cluster = RedisCluster.start();
        return new RawRedis(RedisServers.cluster(cluster.uris().toArray(String[]::new)), cluster::close);
    }

    /** The cache of an environment, over the client that all share. */
    RedisCache environment(String prefix) {
        return RedisServers.of(client).environment(prefix);
    }

    RedissonClient client() {
        return client;
    }

    @Nullable
    String get(String key) {
        return client.<String>getBucket(key, StringCodec.INSTANCE).get();
    }

    void set(String key, String value) {
        client.<String>getBucket(key, StringCodec.INSTANCE).set(value);
    }

    void delete(String... keys) {
        client.getKeys().delete(keys);
    }

    /** What is kept of an environment, by key. */
    Map<String, String> values(String prefix) {
        Map<String, String> values = new TreeMap<>();
        client.getKeys()
                .getKeys(KeysScanOptions.defaults().pattern(prefix + ":*"))
                .forEach(key -> values.put(key, get(key)));
        return values;
    }

    boolean isString(String key) {
        return client.getKeys().getType(key) == RType.OBJECT;
    }

    /** Negative if it never ends. */
    long secondsToLive(String key) {
        long millis = client.getKeys().remainTimeToLive(key);
        return millis < 0 ? millis : TimeUnit.MILLISECONDS.toSeconds(millis + 999);
    }

    void endIn(Duration time, String key) {
        client.getBucket(key).expire(time);
    }

    /** What a cache finds of a scope, after what it has written. */
    static Optional<EntitlementSnapshot> held(EntitlementCache cache, CustomerScope scope) {
        CacheLookup found = cache.find(scope);
        return found.whenPending()
                .map(pending -> pending.toCompletableFuture()
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .orElseGet(() -> Optional.ofNullable(found.snapshotOrNull()));
    }

    @Override
    public void close() {
        client.shutdown();
        processes.run();
    }

    @Override
    public String toString() {
        return servers.toString();
    }
}
