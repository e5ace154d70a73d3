package io.stigg.sdk.usage;

import io.stigg.sdk.usage.publisher.EventPublisher;

/**
 * Publishing events, and reading what was used and what use would cost. Thread-safe.
 *
 * <p>Errors: a {@link io.stigg.sdk.error.StiggApiException} if Stigg refuses, a
 * {@link io.stigg.sdk.error.StiggTransportException} if no answer came; what was asked for may have been done then.
 *
 * <p>Threads: each method blocks for as long as the transport's time budget allows.
 */
public interface Metering {
    /**
     * Sends any request of this kind.
     *
     * @param request the request
     * @param <R> what Stigg answers
     * @return the answer
     * @throws IllegalStateException if the client is closed
     */
    <R> R send(UsageRequest<R> request);

    /**
     * Returns what takes events from the path of the application's requests.
     *
     * @return the client's publisher, always the same one
     */
    EventPublisher publisher();

    /**
     * Estimates what an event would cost in credits, without reporting it.
     *
     * @param request the event
     * @return the estimate
     */
    default CreditCostEstimation estimateEventCost(EstimateEventCost request) {
        return send(request);
    }

    /**
     * Estimates what usage would cost in credits, without reporting it.
     *
     * @param request the usage
     * @return the estimate
     */
    default CreditCostEstimation estimateUsageCost(EstimateUsageCost request) {
        return send(request);
    }

    /**
     * Reads how usage of a feature went.
     *
     * @param request whose usage of what, and when
     * @return the history
     */
    default UsageHistoryV2 history(GetUsageHistoryV2 request) {
        return send(request);
    }

    /**
     * Reads how usage of a feature went, in the older way. A failure is thrown here as everywhere; Stigg's SDK for Node
     * returns nothing instead.
     *
     * @param request whose usage of what, and when
     * @return the history
     * @deprecated Ask with {@link GetUsageHistoryV2}.
     */
    @Deprecated
    default UsageHistory history(GetUsageHistory request) {
        return send(request);
    }
}
