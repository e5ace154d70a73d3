package io.stigg.sdk.http.graphql;

import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import java.util.stream.Stream;

/** The operations about usage. */
final class UsageBindings {
    private UsageBindings() {}

    static Stream<Binding> all() {
        return Stream.of(
                // Repeatable although they add: the idempotency keys make Stigg count each report and event once.
                Binding.repeatable(ReportUsage.class, "reportUsage"),
                Binding.repeatable(ReportUsageBulk.class, "reportUsageBulk"),
                Binding.repeatable(ReportEvent.class, "reportEvent"),
                Binding.repeatable(EstimateEventCost.class, "estimateEventCost"),
                Binding.repeatable(EstimateUsageCost.class, "estimateUsageCost"),
                Binding.repeatable(GetUsageHistoryV2.class, "usageHistoryV2"),
                Binding.repeatable(GetUsageHistory.class, "usageHistoryInput", "usageHistory"));
    }
}
