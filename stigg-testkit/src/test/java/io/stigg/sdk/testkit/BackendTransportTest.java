package io.stigg.sdk.testkit;

import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.testkit.contract.ApiTransportContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The transport to the in-memory Stigg")
class BackendTransportTest extends ApiTransportContract {
    @Override
    protected ApiTransport transportTo(StiggBackend backend) {
        return backend.transport().create(backend.clock()).transport();
    }
}
