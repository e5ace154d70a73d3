package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.StiggEmulator;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The real adapters together, over real sockets")
class EndToEndTest {
    private static final MeteredQuery ONE_CALL =
            MeteredQuery.of("cust-1", "feature-api-calls").requesting(1);

    private final StiggBackend backend = StiggBackend.of(AcmeCatalog.create(), FakeClock.at(Instant.now()));
    private StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private Stigg stigg = client("key", Duration.ofSeconds(30));

    private Stigg client(String key, Duration ttl) {
        return Stigg.builder()
                .transport(HttpTransport.withApiKey(key).baseUri(emulator.uri()).baseEdgeUri(emulator.edgeUri()))
                .cache(MemoryCache.ofCustomers(1_000))
                .entitlementTtl(ttl)
                .build();
    }

    @AfterEach
    void close() {
        stigg.close();
        emulator.close();
    }

    private void customerOnFree(Stigg client) {
        client.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
    }

    @Test
    @DisplayName("ask Stigg once for a customer that a thousand callers check at the same time")
    void singleFlight() {
        try (Stigg other = client("key", Duration.ofSeconds(30))) {
            customerOnFree(other);
        }
        assertThat(stigg.awaitReady(Duration.ofSeconds(10))).isTrue();
        emulator.clearRequests();

        List<CompletableFuture<MeteredEntitlement>> checks = IntStream.range(0, 1_000)
                .mapToObj(caller -> CompletableFuture.supplyAsync(
                                () -> stigg.async().getMeteredEntitlement(ONE_CALL))
                        .thenCompose(check -> check))
                .toList();

        assertThat(checks.stream().map(CompletableFuture::join)).allMatch(Entitlement::hasAccess);
        assertThat(emulator.requestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("answer further questions to what follows an answer and waits for them")
    void waitingCompletions() {
        CompletableFuture<BooleanEntitlement> second = stigg.async()
                .getMeteredEntitlement(ONE_CALL)
                .thenApply(first -> stigg.getBooleanEntitlement("cust-2", "feature-sso"));

        assertThat(second.join().basis()).isEqualTo(AnswerBasis.FRESH);
    }

    @Test
    @DisplayName("go on from what is known when Stigg goes away, and find it when it is back on the same port")
    void outage() {
        stigg.close();
        stigg = client("key", Duration.ofMillis(200));
        customerOnFree(stigg);
        assertThat(stigg.getMeteredEntitlement(ONE_CALL).hasAccess()).isTrue();
        int port = emulator.uri().getPort();
        emulator.close();

        await().until(() -> stigg.getMeteredEntitlement(ONE_CALL).basis() == AnswerBasis.STALE);
        // The broken stream makes answers stale at once; that Stigg is away, the next question to it has to show.
        await().untilAsserted(() -> {
            assertThat(stigg.getMeteredEntitlement(ONE_CALL).hasAccess()).isTrue();
            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);
        });

        emulator = StiggEmulator.serving(backend).apiKey("key").port(port).start();
        await().until(() -> stigg.status().state() == StiggStatus.State.READY);
        await().until(() -> stigg.getMeteredEntitlement(ONE_CALL).basis() == AnswerBasis.FRESH);
    }

    @Test
    @DisplayName("see what another client has written once their entitlements have aged")
    void anotherClient() {
        stigg.close();
        stigg = client("key", Duration.ofMillis(100));
        customerOnFree(stigg);
        assertThat(stigg.getMeteredEntitlement(ONE_CALL).hasAccess()).isTrue();

        try (Stigg other = client("key", Duration.ofSeconds(30))) {
            other.reportUsage(ReportUsage.of("cust-1", "feature-api-calls", 100));
        }

        await().untilAsserted(() ->
                assertThat(stigg.getMeteredEntitlement(ONE_CALL).hasAccess()).isFalse());
    }

    @Test
    @DisplayName("say that the key is refused, and grant nothing")
    void wrongKey() {
        try (Stigg refused = client("another-key", Duration.ofSeconds(30))) {
            BooleanEntitlement sso = refused.getBooleanEntitlement("cust-1", "feature-sso");

            assertThat(sso.hasAccess()).isFalse();
            assertThat(sso.isFallback()).isTrue();
            assertThat(refused.awaitReady(Duration.ofSeconds(10))).isFalse();
            assertThat(refused.status().state()).isEqualTo(StiggStatus.State.AUTHENTICATION_FAILED);
            assertThat(refused.status().lastFailure().orElseThrow()).hasMessageNotContaining("another-key");
        }
    }

    @Test
    @DisplayName("leave no thread behind when they are closed")
    void threads() {
        stigg.getBooleanEntitlement("cust-1", "feature-sso");
        stigg.close();

        await().untilAsserted(() -> assertThat(ours()).isEmpty());
    }

    private static Stream<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("stigg-") && !name.startsWith("stigg-emulator"));
    }
}
