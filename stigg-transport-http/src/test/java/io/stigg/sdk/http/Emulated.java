package io.stigg.sdk.http;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.concurrent.CompletionStage;

/** A transport over HTTP that has an emulator of its own. */
final class Emulated implements ApiTransport {
    private final SdkClock clock = SdkClock.system();
    private final StiggEmulator emulator;
    private final ApiTransport http;

    Emulated(StiggBackend backend) {
        emulator = StiggEmulator.serving(backend).apiKey("server-key").start();
        http = HttpTransport.withApiKey("server-key")
                .baseUri(emulator.uri())
                .baseEdgeUri(emulator.edgeUri())
                .create(clock)
                .transport();
    }

    @Override
    public <R> CompletionStage<R> send(StiggRequest<R> request) {
        return http.send(request);
    }

    @Override
    public void close() {
        http.close();
        emulator.close();
        clock.close();
    }
}
