package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.SubscriptionEstimatesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Prices worked out in advance, in process")
class SubscriptionEstimatesTest extends SubscriptionEstimatesContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
