package io.stigg.sdk;

import static io.stigg.sdk.Facts.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A client while Stigg cannot be reached")
class OutageTest extends ClientTest {
    @Test
    @DisplayName("answers with the last known truth and says that it is stale")
    void lastKnown() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        transport.fail(DOWN);
        clock.advance(Duration.ofHours(23));

        BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);

        assertThat(answer.hasAccess()).isTrue();
        assertThat(answer.basis()).isEqualTo(AnswerBasis.STALE);
        assertThat(answer.isFallback()).isFalse();
    }

    @Test
    @DisplayName("does not ask at every check, and asks again after it is back")
    void recovery() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        transport.fail(DOWN);
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            stigg.getBooleanEntitlement(SSO);
        }
        assertThat(transport.fetches()).isEqualTo(2);
        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);

        transport.serve(scope -> now(scope, on("analytics")));
        clock.advance(Duration.ofMinutes(1));

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isFalse();
    }

    @Test
    @DisplayName("does not trust what is older than staleIfError")
    void tooOld() {
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        transport.fail(DOWN);
        clock.advance(Duration.ofHours(24).plusSeconds(1));

        BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);

        assertThat(answer.hasAccess()).isFalse();
        assertThat(answer.isFallback()).isTrue();
        assertThat(answer.accessDeniedReason()).contains(AccessDeniedReason.UNKNOWN);
    }

    @Test
    @DisplayName("denies what it knows nothing of, and says that this is a fallback")
    void denies() {
        transport.fail(DOWN);

        BooleanEntitlement answer = stigg.getBooleanEntitlement(SSO);

        assertThat(answer.hasAccess()).isFalse();
        assertThat(answer.isFallback()).isTrue();
    }

    @Test
    @DisplayName("prefers the call's fallback to the configured one, and that to denial")
    void fallbackOrder() {
        configure(Stigg.builder()
                .fallbacks(
                        Fallbacks.none().feature("calls", FixedAnswer.granted().withLimit(5))));
        transport.fail(DOWN);

        MeteredEntitlement configured = stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls"));
        MeteredEntitlement own = stigg.getMeteredEntitlement(MeteredQuery.of("acme", "calls")
                .withFallback(FixedAnswer.granted().unlimited()));

        assertThat(configured.usageLimit()).hasValue(5);
        assertThat(configured.accessDeniedReason()).isEmpty();
        assertThat(own.isUnlimited()).isTrue();
        assertThat(List.of(configured, own)).allMatch(Entitlement::isFallback);
    }

    @Test
    @DisplayName("uses the fallback of a currency for credits")
    void creditFallback() {
        configure(Stigg.builder()
                .fallbacks(Fallbacks.none()
                        .currency("ai", FixedAnswer.granted().withLimit(50).withCurrentUsage(20))));
        transport.fail(DOWN);

        assertThat(stigg.getCreditEntitlement(CreditQuery.of("acme", "ai")).remaining())
                .isEqualTo(30);
        assertThat(stigg.getEntitlements(ACME)).hasSize(1).allMatch(Entitlement::isFallback);
    }

    @Test
    @DisplayName("waits no longer than the check timeout, and only once")
    void hangs() {
        CompletableFuture<EntitlementSnapshot> never = new CompletableFuture<>();
        transport.serve(scope -> now(scope, on("sso")));
        stigg.getBooleanEntitlement(SSO);
        transport.script = request -> never;
        clock.advance(Duration.ofMinutes(1));

        CompletableFuture<BooleanEntitlement> first = stigg.async().getBooleanEntitlement(SSO);
        assertThat(first).isNotDone();
        clock.advance(Duration.ofSeconds(3));

        assertThat(first.join().basis()).isEqualTo(AnswerBasis.STALE);
        assertThat(stigg.async().getBooleanEntitlement(SSO)).isDone();
    }

    @Test
    @Timeout(30)
    @DisplayName("answers a caller in time, whatever others do with their late answers")
    void blockedContinuation() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        transport.script = request -> new CompletableFuture<>();
        try (Stigg client = Stigg.builder()
                .adapters(adapters(false, SdkClock.system()))
                .checkTimeout(Duration.ofMillis(100))
                .build()) {
            client.async().getBooleanEntitlement(SSO).thenRun(() -> {
                blocked.countDown();
                awaitQuietly(release);
            });
            blocked.await();

            BooleanEntitlement other = client.getBooleanEntitlement("other", "sso");

            assertThat(other.isFallback()).isTrue();
        } finally {
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("remembers an answer that came after the check had given up")
    void lateAnswer() {
        CompletableFuture<EntitlementSnapshot> late = new CompletableFuture<>();
        transport.script = request -> late;
        CompletableFuture<BooleanEntitlement> check = stigg.async().getBooleanEntitlement(SSO);
        clock.advance(Duration.ofSeconds(3));

        assertThat(check.join().isFallback()).isTrue();

        late.complete(now(ACME, on("sso")));

        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();
    }

    @Test
    @DisplayName("leaves a scope alone for a second after it failed, and asks for others")
    void pause() {
        transport.fail(new StiggProtocolException("not JSON", "$", null));
        stigg.getBooleanEntitlement(SSO);
        stigg.getBooleanEntitlement(SSO);
        stigg.getBooleanEntitlement("other", "sso");
        assertThat(transport.fetches()).isEqualTo(2);

        transport.serve(scope -> now(scope, on("sso")));
        clock.advance(Duration.ofSeconds(1));

        assertThat(stigg.getBooleanEntitlement(SSO).hasAccess()).isTrue();
    }

    @Test
    @DisplayName("survives a transport that throws, against its contract")
    void throwingTransport() {
        transport.script = request -> {
            throw new IllegalStateException("bug");
        };

        assertThat(stigg.getBooleanEntitlement(SSO).isFallback()).isTrue();
    }

    @Test
    @DisplayName("answers a thread that is interrupted, and keeps the interrupt")
    void interrupted() throws InterruptedException {
        transport.script = request -> new CompletableFuture<>();
        AtomicReference<BooleanEntitlement> answer = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            answer.set(stigg.getBooleanEntitlement(SSO));
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await().until(() -> transport.fetches() == 1);

        caller.interrupt();
        caller.join(5_000);

        assertThat(answer.get().isFallback()).isTrue();
        assertThat(flag.get()).isTrue();
    }
}
