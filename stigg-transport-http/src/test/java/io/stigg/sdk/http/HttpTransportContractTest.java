package io.stigg.sdk.http;

import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.ApiTransportContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The HTTP transport, leading to an emulator,")
class HttpTransportContractTest extends ApiTransportContract {
    private final SdkClock clock = SdkClock.system();
    private final List<StiggEmulator> emulators = new ArrayList<>();

    @Override
    protected ApiTransport transportTo(StiggBackend backend) {
        StiggEmulator emulator =
                StiggEmulator.serving(backend).apiKey("server-key").start();
        emulators.add(emulator);
        return HttpTransport.withApiKey("server-key")
                .baseUri(emulator.uri())
                .baseEdgeUri(emulator.edgeUri())
                .create(clock)
                .transport();
    }

    @AfterEach
    void closeEmulators() {
        emulators.forEach(StiggEmulator::close);
        clock.close();
    }
}
