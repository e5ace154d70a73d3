package io.stigg.sdk.emulator;

import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import io.stigg.sdk.usage.ReportEvent;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.ReportUsageBulk;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The roots about usage. */
final class UsageRoots {
    private UsageRoots() {}

    /**
     * Lists them.
     *
     * @param now tells Stigg's time
     */
    static Stream<Root> all(Supplier<Instant> now) {
        return Stream.of(
                Root.mutation("reportUsage", ReportUsage.class, UsageInputs::report),
                Root.mutation(
                        "reportUsageBulk",
                        ReportUsageBulk.class,
                        input -> UsageInputs.each(input, "usages", UsageInputs::report)),
                Root.mutation(
                        "reportEvent",
                        ReportEvent.class,
                        input -> UsageInputs.each(input, "usageEvents", event -> UsageInputs.event(event, now.get()))),
                Root.query("estimateEventCost", EstimateEventCost.class),
                Root.query("estimateUsageCost", EstimateUsageCost.class, UsageInputs::delta),
                Root.query("usageHistoryV2", GetUsageHistoryV2.class),
                Root.query("usageHistory", GetUsageHistory.class));
    }
}
