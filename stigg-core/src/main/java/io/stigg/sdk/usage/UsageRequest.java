package io.stigg.sdk.usage;

import io.stigg.sdk.StiggRequest;

/**
 * A request about usage. Immutable.
 *
 * @param <R> what Stigg answers
 */
public sealed interface UsageRequest<R> extends StiggRequest<R>
        permits ReportUsage,
                ReportUsageBulk,
                ReportEvent,
                EstimateEventCost,
                EstimateUsageCost,
                GetUsageHistoryV2,
                GetUsageHistory {}
