package io.stigg.sdk.http;

import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.UpdateStreamContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The stream of updates over a WebSocket, leading to an emulator,")
class WebSocketUpdateStreamContractTest extends UpdateStreamContract {
    private final List<StiggEmulator> emulators = new ArrayList<>();

    @Override
    protected TransportPorts portsTo(StiggBackend backend, SdkClock clientClock) {
        StiggEmulator emulator =
                StiggEmulator.serving(backend).apiKey("server-key").start();
        emulators.add(emulator);
        return HttpTransport.withApiKey("server-key").baseUri(emulator.uri()).create(clientClock);
    }

    @AfterEach
    void closeEmulators() {
        emulators.forEach(StiggEmulator::close);
    }
}
