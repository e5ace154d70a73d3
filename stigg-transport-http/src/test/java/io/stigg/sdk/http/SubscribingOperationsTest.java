package io.stigg.sdk.http;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.SubscribingOperationsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Subscribing, over HTTP")
class SubscribingOperationsTest extends SubscribingOperationsContract {
    @Override
    protected ApiTransport transportTo(StiggBackend stigg) {
        return new Emulated(stigg);
    }
}
