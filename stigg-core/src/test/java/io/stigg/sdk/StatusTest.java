package io.stigg.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.event.FallbackServed;
import io.stigg.sdk.fact.GetEntitlementsState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client tells its status")
class StatusTest extends ClientTest {
    private final List<StiggStatus.State> told = new CopyOnWriteArrayList<>();

    private final StiggListener listener = new StiggListener() {
        @Override
        public void onStatusChanged(StiggStatus status) {
            told.add(status.state());
        }
    };

    private void start() {
        configure(Stigg.builder().listener(listener));
    }

    @Test
    @DisplayName("ready, once Stigg has accepted the key")
    void ready() {
        assertThat(stigg.awaitReady(Duration.ofSeconds(5))).isTrue();
        assertThat(stigg.status().lastSuccess()).contains(clock.now());
    }

    @Test
    @DisplayName("starting, while Stigg has not answered")
    void starting() {
        transport.script = request -> new CompletableFuture<>();
        start();

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.STARTING);
        assertThat(stigg.awaitReady(Duration.ZERO)).isFalse();
    }

    @Test
    @DisplayName("authentication failed, once, when Stigg refuses the key, and ready when it accepts it after all")
    void authentication() {
        transport.fail(StiggApiException.of("GetSdkConfiguration", 401, List.of()));
        start();
        clock.advance(Duration.ofMinutes(5));
        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.AUTHENTICATION_FAILED);
        assertThat(stigg.status().lastFailure()).isPresent();
        assertThat(stigg.awaitReady(Duration.ofSeconds(5))).isFalse();

        transport.serve(scope -> now(scope));
        clock.advance(Duration.ofMinutes(1));

        await().untilAsserted(() ->
                assertThat(told).containsExactly(StiggStatus.State.AUTHENTICATION_FAILED, StiggStatus.State.READY));
    }

    @Test
    @DisplayName("degraded once an outage, with pauses between its attempts that grow")
    void degraded() {
        transport.fail(DOWN);
        start();

        clock.advance(Duration.ofMinutes(10));

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);
        assertThat(transport.requests.size()).isBetween(15, 50);
        await().untilAsserted(() -> assertThat(told).containsExactly(StiggStatus.State.DEGRADED));
    }

    @Test
    @DisplayName("ready, though Stigg refuses a request")
    void refusalIsAnAnswer() {
        transport.fail(StiggApiException.of("ReportUsage", 400, List.of()));
        start();

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
    }

    @Test
    @DisplayName("ready, though one answer makes no sense, as long as the next does")
    void poison() {
        transport.script = request -> request instanceof GetEntitlementsState
                ? CompletableFuture.failedFuture(new StiggProtocolException("odd", "$", null))
                : CompletableFuture.completedFuture(new SdkConfiguration(false));
        start();
        stigg.getBooleanEntitlement(SSO);

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
    }

    @Test
    @DisplayName("degraded, when no answer makes sense any more")
    void noSense() {
        start();
        transport.fail(new StiggProtocolException("HTML", "$", null));
        stigg.getBooleanEntitlement(SSO);

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);
    }

    @Test
    @DisplayName("to listeners that throw, and to others after them")
    void throwingListener() {
        configure(Stigg.builder()
                .listener(new StiggListener() {
                    @Override
                    public void onStatusChanged(StiggStatus status) {
                        throw new IllegalStateException("listener's own fault");
                    }
                })
                .listener(listener));

        await().untilAsserted(() -> assertThat(told).containsExactly(StiggStatus.State.READY));
    }

    @Test
    @DisplayName("no more to a listener that was removed, even by itself")
    void removed() {
        List<FallbackServed> served = new CopyOnWriteArrayList<>();
        transport.fail(DOWN);
        start();
        AtomicReference<Registration> registration = new AtomicReference<>();
        registration.set(stigg.addListener(new StiggListener() {
            @Override
            public void onFallback(FallbackServed event) {
                served.add(event);
                registration.get().close();
            }
        }));

        stigg.getBooleanEntitlement(SSO);
        await().until(() -> served.size() == 1);
        stigg.getBooleanEntitlement("other", "sso");
        stigg.close();

        assertThat(served).hasSize(1);
        assertThat(served.get(0).cause()).map(Throwable::getMessage).contains(DOWN.getMessage());
    }
}
