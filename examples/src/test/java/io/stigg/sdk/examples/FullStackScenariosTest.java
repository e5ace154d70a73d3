package io.stigg.sdk.examples;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.AcmeScenarios;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;

@DisplayName("A client of the real adapters, over HTTP")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullStackScenariosTest extends AcmeScenarios {
    private final ScheduledExecutorService timePasses = Executors.newSingleThreadScheduledExecutor();
    private StiggEmulator emulator;

    @Override
    protected Stigg newClient(StiggBackend backend, Fallbacks fallbacks) {
        emulator = StiggEmulator.serving(backend).apiKey("key").start();
        return Stigg.builder()
                .transport(
                        HttpTransport.withApiKey("key").baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(1_000))
                .clock(backend.clock())
                .fallbacks(fallbacks)
                .build();
    }

    @Override
    protected void cutOff(StiggBackend backend) {
        emulator.close();
        // What the client waits for now, its retries and deadlines, comes only with time.
        timePasses.scheduleAtFixedRate(
                () -> backend.clock().advance(Duration.ofMillis(100)), 0, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stop() {
        timePasses.shutdownNow();
        emulator.close();
    }
}
