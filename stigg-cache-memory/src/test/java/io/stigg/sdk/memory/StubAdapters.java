package io.stigg.sdk.memory;

import io.stigg.sdk.Registration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The ports beside the cache: a network that is down, and a time that stands still. */
final class StubAdapters implements ApiTransport, SdkClock {
    @Override
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        return CompletableFuture.failedFuture(StiggTransportException.unreachable("no network in this test", null));
    }

    @Override
    public Instant now() {
        return Facts.START;
    }

    @Override
    public long coarseMillis() {
        return Facts.START.toEpochMilli();
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        return () -> {};
    }

    @Override
    public void close() {}
}
