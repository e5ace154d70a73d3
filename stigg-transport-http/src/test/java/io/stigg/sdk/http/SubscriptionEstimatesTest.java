package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.SubscriptionEstimatesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Prices worked out in advance, over HTTP")
class SubscriptionEstimatesTest extends SubscriptionEstimatesContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
