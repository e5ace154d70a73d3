package io.stigg.sdk.benchmarks;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.redis.RedisCache;
import io.stigg.sdk.redis.RedisServers;
import io.stigg.sdk.redis.server.RedisServer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/**
 * Metered checks whose customer is in a Redis on loopback, with a near cache and without, beside one bare {@code GET} of the
 * same set by the same library. Thread-safe once it is set up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class RedisCheckBenchmark {
    private static final String ENVIRONMENT = "benchmark";
    private static final String CUSTOMER = "customer-acme";
    private static final MeteredQuery CHECK =
            MeteredQuery.of(CUSTOMER, CannedTransport.METERED).requesting(1);

    private RedisServer redis;
    private RedissonClient bare;
    private Stigg far;
    private Stigg near;

    /** For JMH. */
    public RedisCheckBenchmark() {}

    /** Starts a Redis and the clients, of which each has asked for the customer. */
    @Setup
    public void setUp() {
        redis = RedisServer.start();
        Config config = new Config().setCodec(StringCodec.INSTANCE);
        config.setThreads(2).setNettyThreads(2);
        config.useSingleServer()
                .setAddress(redis.uri())
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(4);
        bare = Redisson.create(config);
        far = client(cache -> cache);
        near = client(cache -> cache.nearCache(MemoryCache.ofCustomers(1_000)));
        check();
        checkBehindNearCache();
    }

    private Stigg client(UnaryOperator<RedisCache> options) {
        return Stigg.builder()
                .transport(clock -> TransportPorts.of(new CannedTransport(), UpdateStream.none()))
                .cache(options.apply(RedisServers.at(redis.uri()).environment(ENVIRONMENT)))
                .entitlementTtl(Duration.ofHours(12))
                .build();
    }

    /** Ends them. */
    @TearDown
    public void tearDown() {
        near.close();
        far.close();
        bare.shutdown();
        redis.close();
    }

    /**
     * For comparison: one round trip that brings the set.
     *
     * @return the set, as JSON
     */
    @Benchmark
    public @Nullable String bareGet() {
        return bare.<String>getBucket(ENVIRONMENT + ":c_" + CUSTOMER, StringCodec.INSTANCE)
                .get();
    }

    /**
     * A check that looks in Redis.
     *
     * @return the answer
     */
    @Benchmark
    public MeteredEntitlement check() {
        return far.getMeteredEntitlement(CHECK);
    }

    /**
     * A check of a customer that this process holds as well.
     *
     * @return the answer
     */
    @Benchmark
    public MeteredEntitlement checkBehindNearCache() {
        return near.getMeteredEntitlement(CHECK);
    }
}
