package io.stigg.sdk.redis;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.redisson.api.RedissonClient;

/** Adapter sets for tests of the cache alone. */
final class TestAdapters {
    private static final AtomicInteger ENVIRONMENTS = new AtomicInteger();

    private TestAdapters() {}

    /** A prefix that no other test uses. */
    static String environment() {
        return "test-" + ProcessHandle.current().pid() + "-" + ENVIRONMENTS.incrementAndGet();
    }

    /** A client as the cache makes it for itself, for several caches to share. */
    static RedissonClient client(RedisServers servers) {
        return new OwnRedisson(servers).connect();
    }

    static RedisAdapters of(RedisCache options, SdkClock clock) {
        return (RedisAdapters) options.create(TransportPorts.of(new NoNetwork(), UpdateStream.none()), clock);
    }

    static RedisAdapters of(RedisCache options) {
        return of(options, SdkClock.system());
    }

    /** Stigg is never asked. */
    private static final class NoNetwork implements ApiTransport {
        @Override
        public <R> CompletionStage<R> send(StiggRequest<R> request) {
            return CompletableFuture.failedFuture(StiggTransportException.unreachable("no network in this test", null));
        }

        @Override
        public void close() {}
    }
}
