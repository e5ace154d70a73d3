package io.stigg.sdk.testkit;

import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.testkit.contract.UpdateStreamContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The stream of the in-memory Stigg")
class BackendUpdateStreamTest extends UpdateStreamContract {
    @Override
    protected TransportPorts portsTo(StiggBackend backend, SdkClock clientClock) {
        return backend.transport().create(clientClock);
    }
}
