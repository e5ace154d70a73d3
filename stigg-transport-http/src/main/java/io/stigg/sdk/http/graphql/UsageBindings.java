package io.stigg.sdk.http.graphql;

import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.ReportUsage;
import java.util.stream.Stream;

/** The operations about usage. */
final class UsageBindings {
    private UsageBindings() {}

    static Stream<Binding> all() {
        return Stream.of(
                Binding.of(ReportUsage.class, ReportUsageOperation::new),
                Binding.repeatable(EstimateEventCost.class, "estimateEventCost"),
                Binding.repeatable(EstimateUsageCost.class, "estimateUsageCost"),
                Binding.repeatable(GetUsageHistoryV2.class, "usageHistoryV2"),
                Binding.repeatable(GetUsageHistory.class, "usageHistoryInput", "usageHistory"));
    }
}
