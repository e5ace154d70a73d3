package io.stigg.sdk;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.ApiTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers as a test says, and remembers what it was asked. */
final class ScriptedTransport implements ApiTransport {
    final List<StiggRequest<?>> requests = new CopyOnWriteArrayList<>();
    volatile Function<StiggRequest<?>, CompletionStage<?>> script =
            request -> CompletableFuture.completedFuture(new SdkConfiguration(false));
    volatile boolean closed;

    /** Answers every request for entitlements with what a function makes of the scope, and accepts the key. */
    void serve(Function<CustomerScope, EntitlementSnapshot> entitlements) {
        script = request -> CompletableFuture.completedFuture(
                request instanceof GetEntitlementsState state
                        ? entitlements.apply(state.scope())
                        : new SdkConfiguration(false));
    }

    void fail(RuntimeException failure) {
        script = request -> CompletableFuture.failedFuture(failure);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        requests.add(request);
        return (CompletionStage<R>) script.apply(request);
    }

    long fetches() {
        return requests.stream().filter(GetEntitlementsState.class::isInstance).count();
    }

    @Override
    public void close() {
        closed = true;
    }
}
