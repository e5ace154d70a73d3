package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.ScriptedServer.Script;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A call's time")
class DeadlineTest extends TransportTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final CountDownLatch clientLeft = new CountDownLatch(1);

    private void timesOut(HttpTransport options, StiggRequest<?> request, Duration budget) {
        Instant start = Instant.now();

        StiggException failure = failure(options, request);

        Duration taken = Duration.between(start, Instant.now());
        assertThat(failure).isInstanceOf(StiggTransportException.class);
        assertThat(((StiggTransportException) failure).isTimeout()).isTrue();
        assertThat(failure).hasMessageContaining(budget.toString());
        assertThat(taken).isBetween(budget.minusMillis(50), budget.plus(SLACK));
    }

    @Test
    @DisplayName("ends while the server sends a byte now and then, and the connection with it")
    void endsWhileTheServerTrickles() throws Exception {
        server.replies(ScriptedServer.trickle(clientLeft));

        timesOut(options().entitlementsTimeout(SHORT), LATEST, SHORT);

        assertThat(clientLeft.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("ends while the server is silent")
    void endsWhileTheServerIsSilent() {
        server.replies(ScriptedServer.silence());

        timesOut(options().timeout(SHORT), ReportUsage.of("acme", "calls", 1), SHORT);
    }

    @Test
    @DisplayName("covers all attempts: a slow failure leaves less for the next")
    void coversAllAttempts() {
        Script slowFailure = (scripted, out) -> {
            scripted.waitUntilClosed(250);
            json(503, "").answer(scripted, out);
        };
        server.replies(slowFailure, ScriptedServer.silence());

        timesOut(options().entitlementsTimeout(Duration.ofMillis(600)), LATEST, Duration.ofMillis(600));
    }

    @Test
    @DisplayName("covers the edge and the API together")
    void coversEdgeAndApi() {
        server.replies(ScriptedServer.silence());

        Duration second = Duration.ofSeconds(1);
        timesOut(options().baseEdgeUri(server.uri()).entitlementsTimeout(second), NEAREST, second);

        assertThat(server.received()).hasSize(2);
    }

    @Test
    @DisplayName("for entitlements is another than for the rest")
    void differsForEntitlements() {
        server.replies(ScriptedServer.silence());
        HttpTransport options = options().timeout(Duration.ofSeconds(60)).entitlementsTimeout(SHORT);

        timesOut(options, LATEST, SHORT);
    }

    @Test
    @DisplayName("ends although the application blocks all the threads in wait for it")
    void endsAlthoughTheApplicationBlocks() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        ApiTransport transport = open(options()
                .entitlementsTimeout(SHORT)
                .executor(task -> new Thread(() -> {
                            try {
                                release.await();
                            } catch (InterruptedException interrupted) {
                                return;
                            }
                            task.run();
                        })
                        .start()));

        CompletableFuture<?> answer = transport.send(LATEST).toCompletableFuture();

        assertThat(answer.handle((value, failure) -> failure).get(5, TimeUnit.SECONDS))
                .isInstanceOf(StiggTransportException.class);
        release.countDown();
    }
}
