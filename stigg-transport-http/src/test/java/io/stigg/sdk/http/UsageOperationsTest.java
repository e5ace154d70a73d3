package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.UsageOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Usage and its costs, over HTTP")
class UsageOperationsTest extends UsageOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
