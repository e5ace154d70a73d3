package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.Registration;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.GetEntitlementsState.Freshness;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The backend")
class StiggBackendTest {
    private final StiggBackend backend = StiggBackend.acme();

    private static ProvisionCustomer onFree(String customerId) {
        return ProvisionCustomer.of(customerId).subscribedTo(PlanSelection.of("plan-free"));
    }

    @Nested
    @DisplayName("serves clients")
    class ServesClients {
        @Test
        @DisplayName("that see what others have done once they ask")
        void thatSeeWhatOthersDid() {
            try (Stigg one = backend.newClient();
                    Stigg other = backend.newClient()) {
                one.customers().provision(onFree("cust-1"));

                assertThat(other.getMeteredEntitlement(MeteredQuery.of("cust-1", "feature-seats"))
                                .hasAccess())
                        .isTrue();
            }
        }

        @Test
        @DisplayName("that are closed without closing anything of one another")
        void thatAreClosedAlone() {
            try (Stigg other = backend.newClient()) {
                Stigg closed = backend.newClient();
                closed.close();

                other.customers().provision(onFree("cust-1"));

                assertThat(closed.status().state()).isEqualTo(StiggStatus.State.CLOSED);
                assertThat(other.status().state()).isEqualTo(StiggStatus.State.READY);
            }
        }

        @Test
        @DisplayName("with adapters of their own, each always the same")
        void withTheirOwnAdapters() {
            AdapterSet one = backend.adapters();
            AdapterSet other = backend.adapters();

            assertThat(one.cache()).isSameAs(one.cache()).isNotSameAs(other.cache());
            assertThat(one.transport()).isSameAs(one.transport()).isNotSameAs(other.transport());
            assertThat(one.clock()).isSameAs(one.clock());
            assertThat(one.clock().now()).isEqualTo(backend.clock().now());
        }

        @Test
        @DisplayName("with any cache, whose entitlements are dated by the client's clock")
        void withAnyCache() {
            Instant clientTime = Instant.parse("2030-01-01T00:00:00Z");
            try (ApiTransport transport =
                    backend.transport().create(FakeClock.at(clientTime)).transport()) {
                var state = transport
                        .send(new GetEntitlementsState(CustomerScope.of("cust-1"), Freshness.NEAREST))
                        .toCompletableFuture()
                        .join();

                assertThat(state.fetchedAt()).isEqualTo(clientTime);
            }
        }

        @Test
        @DisplayName("that notice by themselves when a subscription begins")
        void thatNoticeWhatBegins() {
            Instant start = Instant.parse("2025-02-01T00:00:00Z");
            try (Stigg stigg = backend.newClient()) {
                stigg.customers().provision(onFree("cust-1"));
                stigg.subscriptions()
                        .provision(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-basic"))
                                .startingAt(start));
                backend.clock().advanceTo(start.minusMillis(1));

                double before = limit(stigg);
                backend.clock().advance(Duration.ofMillis(1));
                double after = limit(stigg);

                assertThat(before).isEqualTo(100);
                assertThat(after).isEqualTo(1_000);
            }
        }

        private static double limit(Stigg stigg) {
            return stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", "feature-api-calls"))
                    .usageLimit()
                    .orElseThrow();
        }

        @Test
        @DisplayName("beside other backends that know nothing of it")
        void besideOthers() {
            try (Stigg one = backend.newClient();
                    Stigg other = StiggBackend.acme().newClient()) {
                one.customers().provision(onFree("cust-1"));

                assertThat(other.getBooleanEntitlement("cust-1", "feature-sso").accessDeniedReason())
                        .contains(AccessDeniedReason.CUSTOMER_NOT_FOUND);
            }
        }

        @Test
        @DisplayName("by any clock")
        void byAnyClock() {
            SdkClock own = new SdkClock() {
                @Override
                public Instant now() {
                    return Instant.parse("2025-03-01T00:00:00.123456789Z");
                }

                @Override
                public long coarseMillis() {
                    return now().toEpochMilli();
                }

                @Override
                public Registration schedule(Duration delay, Runnable task) {
                    return () -> {};
                }

                @Override
                public void close() {
                    throw new AssertionError("the clock is lent");
                }
            };
            StiggBackend onOwnTime = StiggBackend.of(AcmeCatalog.create(), own);
            try (Stigg stigg = onOwnTime.newClient()) {
                stigg.customers().provision(onFree("cust-1"));
            }

            assertThat(onOwnTime.customer("cust-1").orElseThrow().updatedAt())
                    .isEqualTo(Instant.parse("2025-03-01T00:00:00.123Z"));
            assertThatIllegalStateException().isThrownBy(onOwnTime::clock);
        }
    }

    @Nested
    @DisplayName("keeps a record")
    class KeepsARecord {
        @Test
        @DisplayName("of what was sent, also in vain")
        void ofWhatWasSent() {
            try (Stigg stigg = backend.newClient()) {
                stigg.customers().provision(onFree("cust-1"));
                backend.goDown();
                stigg.getBooleanEntitlement("cust-2", "feature-sso");

                assertThat(backend.requests(ProvisionCustomer.class)).containsExactly(onFree("cust-1"));
                assertThat(backend.requests(GetEntitlementsState.class))
                        .containsExactly(new GetEntitlementsState(CustomerScope.of("cust-2"), Freshness.NEAREST));
                assertThat(backend.requests(GetSdkConfiguration.class)).hasSize(1);
                assertThat(backend.requestCount()).isEqualTo(3);

                backend.clearRequests();

                assertThat(backend.requests()).isEmpty();
                assertThat(backend.requestCount()).isZero();
            }
        }

        @Test
        @DisplayName("of the latest alone when there are very many, and counts all")
        void ofTheLatest() {
            ApiTransport line = backend.connect();

            line.send(ProvisionCustomer.of("first"));
            for (int i = 0; i < 10_000; i++) {
                line.send(new GetSdkConfiguration());
            }

            assertThat(backend.requests()).hasSize(10_000).doesNotContain(ProvisionCustomer.of("first"));
            assertThat(backend.requestCount()).isEqualTo(10_001);
        }
    }

    @Nested
    @DisplayName("fails on demand")
    class FailsOnDemand {
        @Test
        @DisplayName("and a client finds out by itself that it is back")
        void andClientsRecover() {
            try (Stigg stigg = backend.newClient()) {
                backend.goDown();
                stigg.getBooleanEntitlement("cust-1", "feature-sso");
                assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.DEGRADED);

                backend.comeBack();
                backend.clock().advance(Duration.ofMinutes(1));

                assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
            }
        }

        @Test
        @DisplayName("and a client is told that its key is refused")
        void refusesKeys() {
            backend.refuseKey();
            try (Stigg stigg = backend.newClient()) {
                assertThat(stigg.awaitReady(Duration.ZERO)).isFalse();
                assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.AUTHENTICATION_FAILED);
            }
        }

        @Test
        @DisplayName("what waits for a silent backend is answered when it is back")
        void answersWhatWaited() {
            ApiTransport line = backend.connect();
            backend.hang();

            CompletableFuture<?> waiting = line.send(onFree("cust-1")).toCompletableFuture();
            boolean doneWhileSilent = waiting.isDone();
            backend.comeBack();

            assertThat(doneWhileSilent).isFalse();
            assertThat(waiting).isCompleted();
            assertThat(backend.customer("cust-1")).isPresent();
        }

        @Test
        @DisplayName("what waits for a silent backend fails when it goes down, and is not done")
        void failsWhatWaited() {
            ApiTransport line = backend.connect();
            backend.hang();

            CompletableFuture<?> waiting = line.send(onFree("cust-1")).toCompletableFuture();
            backend.goDown();

            assertThat(waiting)
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(StiggTransportException.class);
            assertThat(backend.customer("cust-1")).isEmpty();
        }

        @Test
        @DisplayName("what waits for a silent backend is not done once its transport is closed")
        void doesNothingForClosedTransports() {
            ApiTransport line = backend.connect();
            backend.hang();
            line.send(onFree("cust-1"));

            line.close();
            backend.comeBack();

            assertThat(backend.customer("cust-1")).isEmpty();
        }

        @Test
        @DisplayName("a check that waits for a silent backend falls back in time")
        void checksFallBackInTime() throws Exception {
            try (Stigg stigg = backend.newClient()) {
                backend.hang();
                int waitingTasks = backend.clock().waitingTasks();
                CompletableFuture<Boolean> isFallback = CompletableFuture.supplyAsync(
                        () -> stigg.getBooleanEntitlement("cust-1", "feature-sso")
                                .isFallback(),
                        task -> new Thread(task).start());
                Awaitility.await().until(() -> backend.clock().waitingTasks() > waitingTasks);

                backend.clock().advance(Duration.ofSeconds(3));

                assertThat(isFallback.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }
}
