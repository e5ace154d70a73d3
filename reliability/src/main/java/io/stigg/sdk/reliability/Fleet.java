package io.stigg.sdk.reliability;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.event.UsageUpdated;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.redis.RedisServers;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The clients: one like most, one whose clock is set now and then, one with a listener that is slow, one that is told nothing,
 * and two that share a Redis.
 */
final class Fleet implements AutoCloseable {
    private static final Duration TTL = Duration.ofSeconds(2);
    private static final Duration STALE_IF_ERROR = Duration.ofSeconds(5);
    /** After ten seconds of silence it is asked whether anybody is there, and ten seconds later it is known that nobody is. */
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** A check, a collection of garbage, a timer: this is no real-time system. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private static final Bounds LIVE = new Bounds(
            SILENCE.plus(TTL).plus(SLACK),
            SILENCE.plus(TTL).plus(STALE_IF_ERROR).plus(SLACK));
    private static final Bounds POLLING =
            new Bounds(TTL.plus(SLACK), TTL.plus(STALE_IF_ERROR).plus(SLACK));

    /** After its clock was set back, ages count half. */
    private static final Bounds JUMPING = new Bounds(
            SILENCE.plus(TTL.multipliedBy(2)).plus(SLACK),
            SILENCE.plus(TTL.plus(STALE_IF_ERROR).multipliedBy(2)).plus(SLACK));

    private final JumpingTime time = new JumpingTime();
    private final List<ClientUnderTest> clients;

    Fleet(URI stigg, String redis, Oracle oracle, Violations violations) {
        RedisServers servers = RedisServers.at(redis);
        clients = List.of(
                live("memory", inMemory(stigg), oracle, violations),
                new ClientUnderTest(
                        "jumping clock",
                        inMemory(stigg).clock(SdkClock.system(time)).build(),
                        JUMPING,
                        true,
                        oracle,
                        violations),
                live("slow listener", inMemory(stigg).listener(new SlowListener()), oracle, violations),
                new ClientUnderTest(
                        "polling", inMemory(stigg).withoutLiveUpdates().build(), POLLING, false, oracle, violations),
                live("redis", over(stigg).cache(servers.environment("soak")), oracle, violations),
                live(
                        "redis, near cache",
                        over(stigg).cache(servers.environment("soak").nearCache(MemoryCache.ofCustomers(1_000))),
                        oracle,
                        violations));
    }

    private static ClientUnderTest live(String name, StiggBuilder builder, Oracle oracle, Violations violations) {
        return new ClientUnderTest(name, builder.build(), LIVE, true, oracle, violations);
    }

    private static StiggBuilder inMemory(URI stigg) {
        return over(stigg).cache(MemoryCache.ofCustomers(1_000));
    }

    static StiggBuilder over(URI stigg) {
        return Stigg.builder()
                .transport(HttpTransport.withApiKey(Shop.API_KEY).baseUri(stigg).baseEdgeUri(stigg))
                .entitlementTtl(TTL)
                .staleIfError(STALE_IF_ERROR)
                .checkTimeout(Duration.ofMillis(500));
    }

    void start() {
        clients.forEach(ClientUnderTest::start);
    }

    List<ClientUnderTest> clients() {
        return clients;
    }

    /** Sets the clock of the client that has to bear it. */
    void setClock(Duration ahead) {
        time.set(ahead);
    }

    @Override
    public void close() {
        clients.forEach(ClientUnderTest::close);
    }

    /** Takes longer than what it is told of takes to come. */
    private static final class SlowListener implements StiggListener {
        private static final Duration NAP = Duration.ofMillis(300);

        @Override
        public void onEntitlementsUpdated(EntitlementsUpdated event) {
            Pause.of(NAP);
        }

        @Override
        public void onUsageUpdated(UsageUpdated event) {
            Pause.of(NAP);
        }
    }
}
