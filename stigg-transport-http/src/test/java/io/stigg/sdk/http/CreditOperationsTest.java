package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.CreditOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Credits, over HTTP")
class CreditOperationsTest extends CreditOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
