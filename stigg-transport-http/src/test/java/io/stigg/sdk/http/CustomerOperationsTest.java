package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.CustomerOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Customers, over HTTP")
class CustomerOperationsTest extends CustomerOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
