package io.stigg.sdk.examples;

import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.emulator.HttpFault;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.contract.AcmeScenarios;
import io.stigg.sdk.testkit.contract.ClientScenarios;
import io.stigg.sdk.testkit.contract.ScenarioRoute;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;

@DisplayName("Acme, by a client of the real adapters, over HTTP:")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullStackScenariosTest extends AcmeScenarios {
    private final Deque<StiggEmulator> emulators = new ArrayDeque<>();

    private ScenarioRoute route(StiggBackend backend, Fallbacks fallbacks) {
        StiggEmulator emulator = StiggEmulator.serving(backend).apiKey("key").start();
        emulators.push(emulator);
        Stigg stigg = Stigg.builder()
                .transport(
                        HttpTransport.withApiKey("key").baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(1_000))
                .clock(backend.clock())
                .fallbacks(fallbacks)
                .build();
        // With the stream, what is held is asked for again. Were that under way when a scenario lets weeks pass,
        // it would be late by weeks, and Stigg taken to be away.
        await().until(() -> stigg.status().updates() == Updates.LIVE);
        return new AttentiveRoute(stigg, backend);
    }

    @Override
    protected ScenarioRoute routeTo(StiggBackend backend) {
        return route(backend, Fallbacks.none());
    }

    @AfterEach
    void stop() {
        emulators.forEach(StiggEmulator::close);
    }

    @Nested
    @DisplayName("when Stigg does not answer")
    class Failing extends ClientScenarios {
        private final ScheduledExecutorService timePasses = Executors.newSingleThreadScheduledExecutor();

        @Override
        protected ScenarioRoute routeTo(StiggBackend backend) {
            return route(backend, FALLBACKS);
        }

        @Override
        protected void cutOff(StiggBackend backend) {
            emulators.peek().close();
            letTimePass(backend);
        }

        @Override
        protected void throttle(StiggBackend backend) {
            emulators.peek().faults().add(HttpFault.status(429));
            letTimePass(backend);
        }

        private void letTimePass(StiggBackend backend) {
            // What the client waits for now, its retries and deadlines, comes only with time.
            timePasses.scheduleAtFixedRate(
                    () -> backend.clock().advance(Duration.ofMillis(100)), 0, 10, TimeUnit.MILLISECONDS);
        }

        @AfterEach
        void stopTime() {
            timePasses.shutdownNow();
        }
    }
}
