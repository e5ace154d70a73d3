package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.ReportingOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("What is reported, in process")
class ReportingOperationsTest extends ReportingOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
