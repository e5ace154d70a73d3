package io.stigg.sdk.offline;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.credit.ConsumeCredits;
import io.stigg.sdk.credit.ConsumeCreditsAsync;
import io.stigg.sdk.error.StiggOfflineException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.usage.CreditCostEstimation;
import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands in for Stigg as far as that can be done without it: entitlements are what is stated, usage is acknowledged, costs are
 * not known. Everything else is refused, at once. Answers on the caller's thread. Thread-safe.
 *
 * <p>Source: the offline mode of the Node server SDK, for what is answered. That one lets everything else fail on the network,
 * which this one does not touch.
 */
@Singleton
final class OfflineTransport implements ApiTransport {
    private final Counting counting;
    private volatile boolean closed;

    @Inject
    OfflineTransport(Counting counting) {
        this.counting = counting;
    }

    @Override
    @SuppressWarnings("unchecked") // each request is answered with what its class says
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        if (closed) {
            return CompletableFuture.failedFuture(StiggTransportException.unreachable("the client is closed", null));
        }
        return answer(request)
                .map(answer -> (CompletionStage<R>) CompletableFuture.completedFuture(answer))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new StiggOfflineException(request.getClass().getSimpleName())));
    }

    private Optional<Object> answer(StiggRequest<?> request) {
        if (request instanceof GetEntitlementsState question) {
            return counting.of(question.scope()).map(Object.class::cast);
        } else if (request instanceof ReportUsage report) {
            return Optional.of(counting.count(report));
        } else if (request instanceof ReportUsageBulk bulk) {
            return Optional.of(bulk.usages().stream().map(counting::count).toList());
        } else if (request instanceof ConsumeCredits consumption) {
            return Optional.of(counting.count(consumption));
        } else if (request instanceof ConsumeCreditsAsync several) {
            several.consumptions().forEach(counting::count);
            return Optional.of(Optional.empty());
        } else if (request instanceof ReportEvent) {
            return Optional.of(Optional.empty());
        } else if (request instanceof EstimateEventCost || request instanceof EstimateUsageCost) {
            return Optional.of(new CreditCostEstimation(List.of(), List.of()));
        } else if (request instanceof GetSdkConfiguration) {
            return Optional.of(new SdkConfiguration(false));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "OfflineTransport";
    }
}
