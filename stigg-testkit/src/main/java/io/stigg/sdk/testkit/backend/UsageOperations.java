package io.stigg.sdk.testkit.backend;

import io.stigg.sdk.usage.EstimateEventCost;
import io.stigg.sdk.usage.EstimateUsageCost;
import io.stigg.sdk.usage.GetUsageHistory;
import io.stigg.sdk.usage.GetUsageHistoryV2;

/** What can be asked about usage. Not thread-safe; guarded by the environment. */
final class UsageOperations {
    private final World world;
    private final Meters meters;

    UsageOperations(World world, Meters meters) {
        this.world = world;
        this.meters = meters;
    }

    void serve(Operations operations) {
        UsageHistories histories = new UsageHistories(world);
        CostEstimates estimates = new CostEstimates(world, meters);
        operations
                .read(GetUsageHistoryV2.class, histories::history)
                .read(GetUsageHistory.class, histories::older)
                .read(EstimateEventCost.class, estimates::ofEvent)
                .read(EstimateUsageCost.class, estimates::ofUsage);
    }
}
