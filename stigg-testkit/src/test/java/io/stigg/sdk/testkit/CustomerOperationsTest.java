package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.CustomerOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Customers, in process")
class CustomerOperationsTest extends CustomerOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
