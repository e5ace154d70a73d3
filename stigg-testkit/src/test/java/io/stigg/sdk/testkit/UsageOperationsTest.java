package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.UsageOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Usage and its costs, in process")
class UsageOperationsTest extends UsageOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
