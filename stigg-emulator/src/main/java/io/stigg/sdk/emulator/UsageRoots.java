package io.stigg.sdk.emulator;

import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;
import java.util.stream.Stream;

/** The roots about usage. */
final class UsageRoots {
    private UsageRoots() {}

    static Stream<Root> all() {
        return Stream.of(
                Root.query("estimateEventCost", EstimateEventCost.class),
                Root.query("estimateUsageCost", EstimateUsageCost.class),
                Root.query("usageHistoryV2", GetUsageHistoryV2.class),
                Root.query("usageHistory", GetUsageHistory.class));
    }
}
