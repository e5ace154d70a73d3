package io.stigg.sdk.internal;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.AppliedSubscription;
import io.stigg.sdk.subscription.ApplySubscription;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * Sends requests, and draws the conclusions that every exchange allows: for the status, and for the cache, so that a
 * client's next check sees what its last write did. Thread-safe.
 */
public final class RequestSender {
    /** How often entitlements are asked for again because they no longer held when they came. */
    private static final int MOST_REPEATS = 3;

    private final ApiTransport transport;
    private final CacheWriter writer;
    private final UsageEffects usage;
    private final StatusTracker status;

    /**
     * Makes a sender.
     *
     * @param transport sends
     * @param writer keeps the cache up to date
     * @param clock dates what Stigg does not
     * @param status is told how each exchange went
     */
    public RequestSender(ApiTransport transport, CacheWriter writer, SdkClock clock, StatusTracker status) {
        this.transport = transport;
        this.writer = writer;
        this.usage = new UsageEffects(writer, clock);
        this.status = status;
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer to come, after the cache has seen it; failed with a {@link StiggException}, or with an
     *     {@link IllegalStateException} once the client is closed
     */
    public <R> CompletableFuture<R> send(StiggRequest<R> request) {
        if (status.isClosed()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the client is closed"));
        }
        return send(request, MOST_REPEATS);
    }

    private <R> CompletableFuture<R> send(StiggRequest<R> request, int repeats) {
        Optional<CustomerScope> scope = scopeAskedAbout(request);
        if (scope.isEmpty()) {
            return exchange(request).thenCompose(answer -> settle(request, answer));
        }
        Asked asked = writer.asking(scope.get(), mayLag(request));
        return exchange(request)
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        writer.failed(asked);
                    }
                })
                .thenCompose(answer -> keep(request, answer, asked, repeats));
    }

    private <R> CompletionStage<R> settle(StiggRequest<R> request, R answer) {
        usage.acknowledged(answer);
        WriteEffects effects = WriteEffects.of(request, answer);
        effects.forgotten().forEach(writer::invalidated);
        CompletableFuture<?>[] reloads = effects.reloaded().stream()
                .map(scope -> reload(scope).exceptionally(failure -> null))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(reloads).thenApply(done -> answer);
    }

    private static boolean mayLag(StiggRequest<?> request) {
        return request instanceof GetEntitlementsState read
                && read.freshness() == GetEntitlementsState.Freshness.NEAREST;
    }

    private static Optional<CustomerScope> scopeAskedAbout(StiggRequest<?> request) {
        if (request instanceof GetEntitlementsState read) {
            return Optional.of(read.scope());
        }
        if (request instanceof ProvisionCustomer write) {
            return Optional.of(write.scope());
        }
        if (request instanceof ApplySubscription write) {
            return Optional.of(write.scope());
        }
        return request instanceof ProvisionSubscription write ? Optional.of(write.scope()) : Optional.empty();
    }

    private static Optional<EntitlementSnapshot> entitlementsIn(Object answer) {
        if (answer instanceof ProvisionedCustomer provisioned) {
            return provisioned.entitlements();
        }
        if (answer instanceof AppliedSubscription applied) {
            return applied.entitlements();
        }
        return answer instanceof ProvisionedSubscription provisioned
                ? provisioned.entitlements()
                : Optional.of((EntitlementSnapshot) answer);
    }

    private <R> CompletionStage<R> keep(StiggRequest<R> request, R answer, Asked asked, int repeats) {
        Optional<EntitlementSnapshot> entitlements = entitlementsIn(answer);
        if (request instanceof GetEntitlementsState) {
            writer.answered(asked, entitlements.orElseThrow());
            return writer.done(asked) && repeats > 0
                    ? again(asked.scope(), repeats - 1)
                    : CompletableFuture.completedFuture(answer);
        }
        writer.replaced(asked);
        entitlements.ifPresent(snapshot -> writer.answered(asked, snapshot));
        return writer.done(asked) || entitlements.isEmpty()
                ? reload(asked.scope()).handle((snapshot, failure) -> answer)
                : CompletableFuture.completedFuture(answer);
    }

    @SuppressWarnings("unchecked") // called for the answer to a request of the same class
    private <R> CompletionStage<R> again(CustomerScope scope, int repeats) {
        return (CompletionStage<R>)
                send(new GetEntitlementsState(scope, GetEntitlementsState.Freshness.LATEST), repeats);
    }

    /**
     * A write that does not return the entitlements that it changed has them fetched, past the edge. That this fails does
     * not make the write fail, and leaves nothing in the cache that the write has made wrong.
     */
    private CompletableFuture<EntitlementSnapshot> reload(CustomerScope scope) {
        return send(new GetEntitlementsState(scope, GetEntitlementsState.Freshness.LATEST));
    }

    private <R> CompletableFuture<R> exchange(StiggRequest<R> request) {
        return dispatch(request)
                .handle((answer, failure) -> {
                    StiggException cause = failure == null ? null : asStiggException(failure);
                    if (cause instanceof StiggProtocolException && !(request instanceof GetSdkConfiguration)) {
                        status.suspect();
                    } else {
                        status.observe(cause);
                    }
                    return cause == null
                            ? CompletableFuture.completedFuture(answer)
                            : CompletableFuture.<R>failedFuture(cause);
                })
                .thenCompose(outcome -> outcome)
                .toCompletableFuture();
    }

    /** Guards against a transport of somebody's own that throws, whatever its contract says. */
    private <R> CompletionStage<R> dispatch(StiggRequest<R> request) {
        try {
            return transport.send(request);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /**
     * Finds out what went wrong.
     *
     * @param failure what a future has failed with
     * @return the exception for callers
     */
    public static StiggException asStiggException(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof StiggException known
                ? known
                : new StiggProtocolException("the transport failed unexpectedly", "$", cause);
    }

    /**
     * Takes off what futures wrap around a failure.
     *
     * @param failure what a future has failed with
     * @return what went wrong
     */
    public static Throwable cause(Throwable failure) {
        boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wraps && failure.getCause() != null ? failure.getCause() : failure;
    }
}
