package io.stigg.sdk.internal;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.usage.UsageAck;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, and draws the conclusions that every exchange allows: for the status, and for the cache, so that a
 * client's next check sees what its last write did. Thread-safe.
 */
public final class RequestSender {
    private final ApiTransport transport;
    private final EntitlementCache cache;
    private final SdkClock clock;
    private final StatusTracker status;

    /**
     * Makes a sender.
     *
     * @param transport sends
     * @param cache is kept up to date
     * @param clock dates what Stigg does not
     * @param status is told how each exchange went
     */
    public RequestSender(ApiTransport transport, EntitlementCache cache, SdkClock clock, StatusTracker status) {
        this.transport = transport;
        this.cache = cache;
        this.clock = clock;
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
        return exchange(request).thenCompose(answer -> remember(request, answer).thenApply(done -> answer));
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

    static StiggException asStiggException(Throwable failure) {
        boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
        Throwable cause = wraps && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StiggException known
                ? known
                : new StiggProtocolException("the transport failed unexpectedly", "$", cause);
    }

    private CompletionStage<?> remember(StiggRequest<?> request, Object answer) {
        if (answer instanceof EntitlementSnapshot snapshot) {
            cache.store(snapshot);
        } else if (answer instanceof UsageAck ack) {
            applyUsage(ack);
        } else if (request instanceof ProvisionCustomer sent && answer instanceof ProvisionedCustomer provisioned) {
            return replace(sent.scope(), provisioned.entitlements());
        } else if (request instanceof ProvisionSubscription sent
                && answer instanceof ProvisionedSubscription provisioned) {
            return replace(sent.scope(), provisioned.entitlements());
        }
        return CompletableFuture.completedFuture(answer);
    }

    /**
     * A write changed the entitlements of a scope. Where it does not return them they are fetched, past the edge; that
     * this fails does not make the write fail, and leaves nothing in the cache that the write has made wrong.
     */
    private CompletionStage<?> replace(CustomerScope scope, Optional<EntitlementSnapshot> entitlements) {
        cache.evict(scope);
        if (entitlements.isPresent()) {
            cache.store(entitlements.get());
            return CompletableFuture.completedFuture(entitlements);
        }
        return send(new GetEntitlementsState(scope, GetEntitlementsState.Freshness.LATEST))
                .handle((snapshot, failure) -> scope);
    }

    private void applyUsage(UsageAck ack) {
        ack.currentUsage()
                .ifPresent(usage -> apply(
                        ack.scope(),
                        EntitlementRef.feature(ack.featureId()),
                        usage,
                        ack.usagePeriod(),
                        ack.timestamp().orElse(null)));
        ack.credit()
                .ifPresent(credit -> apply(
                        ack.scope(),
                        EntitlementRef.credit(credit.currencyId()),
                        credit.currentUsage(),
                        new UsagePeriod(Optional.empty(), credit.usagePeriodEnd()),
                        credit.timestamp().orElse(null)));
    }

    private void apply(
            CustomerScope scope, EntitlementRef ref, double usage, UsagePeriod period, @Nullable Instant timestamp) {
        Optional<Instant> updatedAt = Optional.of(timestamp != null ? timestamp : clock.now());
        cache.applyUsage(new UsageReading(scope, ref, new Usage(usage, period, updatedAt)));
    }
}
