package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.SubscribingOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Subscribing, in process")
class SubscribingOperationsTest extends SubscribingOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
