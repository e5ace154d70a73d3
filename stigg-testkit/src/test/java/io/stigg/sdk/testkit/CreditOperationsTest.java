package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.CreditOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Credits, in process")
class CreditOperationsTest extends CreditOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return stigg.transport().create(stigg.clock()).transport();
    }
}
