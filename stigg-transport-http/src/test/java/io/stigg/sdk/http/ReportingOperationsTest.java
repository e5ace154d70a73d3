package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.ReportingOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("What is reported, over HTTP")
class ReportingOperationsTest extends ReportingOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
