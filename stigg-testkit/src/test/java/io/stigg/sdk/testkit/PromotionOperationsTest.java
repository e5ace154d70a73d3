package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.PromotionOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Features granted beside subscriptions, in process")
class PromotionOperationsTest extends PromotionOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
