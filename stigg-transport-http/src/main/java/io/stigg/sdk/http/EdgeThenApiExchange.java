package io.stigg.sdk.http;

import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.http.Outcome.Failure;
import io.stigg.sdk.port.SdkClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the edge for what it serves, and GraphQL when the edge fails. The edge has a part of the time only. What it says
 * about the key is taken as said: GraphQL would say the same.
 */
final class EdgeThenApiExchange implements Exchange {
    private static final Logger LOG = System.getLogger("io.stigg.sdk.http");
    private static final Duration LONGEST_SHARE = Duration.ofSeconds(3);

    private final Exchange edge;
    private final Exchange api;
    private final SdkClock clock;
    private final AtomicBoolean edgeFails = new AtomicBoolean();

    EdgeThenApiExchange(Exchange edge, Exchange api, SdkClock clock) {
        this.edge = edge;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public <R> CompletableFuture<Outcome<R>> send(Call<R> call) {
        if (call.operation().edgePath().isEmpty()) {
            return api.send(call);
        }
        return edge.send(call.within(share(call), clock.now())).thenCompose(outcome -> {
            boolean settled =
                    !(outcome instanceof Failure<R> failure) || failure.isAuthenticationFailure() || call.isAbandoned();
            if (settled) {
                edgeFails.set(false);
                return CompletableFuture.completedFuture(outcome);
            }
            report(outcome);
            return api.send(call);
        });
    }

    private Duration share(Call<?> call) {
        Duration half = Duration.ofMillis(call.remaining(clock.now()).toMillis() / 2);
        return half.compareTo(LONGEST_SHARE) < 0 ? half : LONGEST_SHARE;
    }

    /** Says it once for each outage, not for each call. */
    private void report(Outcome<?> outcome) {
        if (outcome instanceof Failure<?> failure && !edgeFails.getAndSet(true)) {
            StiggException why = failure.exception();
            LOG.log(Level.WARNING, () -> "Stigg's edge fails, so the API is asked instead: " + why.getMessage());
        }
    }
}
