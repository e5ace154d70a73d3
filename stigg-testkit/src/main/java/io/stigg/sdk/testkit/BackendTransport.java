package io.stigg.sdk.testkit;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the in-memory Stigg, on the caller's thread. Thread-safe. */
final class BackendTransport implements ApiTransport {
    private final Line line;
    private final SdkClock clock;
    private final BackendUpdateStream updates;
    private final Set<Call<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes a transport.
     *
     * @param line leads to Stigg
     * @param clock the time of whoever asks
     * @param updates the stream of the same set, which is closed with it
     */
    BackendTransport(Line line, SdkClock clock, BackendUpdateStream updates) {
        this.line = line;
        this.clock = clock;
        this.updates = updates;
    }

    @Override
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        if (closed) {
            return CompletableFuture.failedFuture(closed(request.getClass().getSimpleName()));
        }
        Call<R> call = line.send(request, clock);
        underWay.add(call);
        // What is attached here runs at once for a call that is complete already.
        call.answer().whenComplete((answer, failure) -> underWay.remove(call));
        if (closed) {
            call.fail(closed(call.operation()));
        }
        // A copy, so that nobody can complete the original, as with any other transport.
        return call.answer().copy();
    }

    private static StiggTransportException closed(String operation) {
        return StiggTransportException.unreachable(operation + ": the transport is closed", null);
    }

    @Override
    public void close() {
        closed = true;
        updates.close();
        underWay.forEach(call -> call.fail(closed(call.operation())));
    }

    @Override
    public String toString() {
        return "StiggBackend";
    }
}
