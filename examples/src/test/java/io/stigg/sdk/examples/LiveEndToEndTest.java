package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.StiggStatus.State;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.event.UsageUpdated;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A client that follows Stigg over real sockets")
class LiveEndToEndTest extends StreamingTest {
    LiveEndToEndTest() {
        super(StiggBackend.of(AcmeCatalog.create(), FakeClock.at(Instant.now())));
        customer("cust-1");
    }

    private void awaitLimit(Stigg client, double limit) {
        await().untilAsserted(() -> assertThat(calls(client).usageLimit()).hasValue(limit));
    }

    private void awaitUsage(Stigg client, double usage) {
        await().untilAsserted(() -> assertThat(calls(client).currentUsage()).isEqualTo(usage));
    }

    @Nested
    @DisplayName("while all is well")
    class Well {
        private final Stigg client = following();

        @Test
        @DisplayName("knows the plan that another client has provisioned, without asking")
        void planChange() {
            calls(client);
            Stigg other = following();
            other.subscriptions().provision(ProvisionSubscription.of("cust-1", PlanSelection.of("plan-basic")));
            backend.clearRequests();

            awaitLimit(client, 1_000);

            assertThat(calls(client).basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(backend.requests()).isEmpty();
        }

        @Test
        @DisplayName("counts the usage that another client has reported, without asking")
        void usage() {
            calls(client);
            Stigg other = following();
            other.reportUsage(ReportUsage.of("cust-1", CALLS, 40));
            backend.clearRequests();

            awaitUsage(client, 40);

            assertThat(backend.requests()).isEmpty();
        }

        @Test
        @DisplayName("knows a promotional grant, without asking")
        void promotion() {
            calls(client);
            backend.clearRequests();

            backend.promote("cust-1", Grant.limited(CALLS, 5_000));

            awaitLimit(client, 5_000);
            assertThat(backend.requests()).isEmpty();
        }

        @Test
        @DisplayName("is followed by what it holds, and told of it, whatever another listener does")
        void listeners() {
            CountDownLatch never = new CountDownLatch(1);
            List<Double> heard = new CopyOnWriteArrayList<>();
            client.addListener(new StiggListener() {
                @Override
                public void onUsageUpdated(UsageUpdated event) {
                    try {
                        never.await();
                    } catch (InterruptedException closed) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
            client.addListener(new StiggListener() {
                @Override
                public void onUsageUpdated(UsageUpdated event) {
                    heard.add(event.reading().usage().currentUsage());
                    throw new IllegalStateException("on purpose");
                }
            });
            calls(client);

            IntStream.rangeClosed(1, 50).forEach(usage -> backend.setUsage(CUST_1, CALLS, usage));

            awaitUsage(client, 50);
            await().untilAsserted(() -> assertThat(heard)
                    .isEqualTo(IntStream.rangeClosed(1, 50)
                            .mapToObj(Double::valueOf)
                            .toList()));
            never.countDown();
        }
    }

    @Nested
    @DisplayName("when its connection breaks")
    class Broken {
        @Test
        @DisplayName("because Stigg restarts on the same port, comes back and knows what changed meanwhile")
        void restarted() {
            Stigg client = following();
            calls(client);

            restart(() -> {
                awaitUpdates(client, Updates.RECONNECTING);
                assertThat(calls(client).basis()).isEqualTo(AnswerBasis.STALE);
                backend.promote("cust-1", Grant.limited(CALLS, 5_000));
            });

            awaitUpdates(client, Updates.LIVE);
            awaitLimit(client, 5_000);
            await().until(() -> calls(client).basis() == AnswerBasis.FRESH);
        }

        @Test
        @DisplayName("because what it is told makes no sense, comes back and knows what changed meanwhile")
        void garbage() {
            Stigg client = following();
            calls(client);

            emulator.streams().refuse(1013, "not before the client was seen to reconnect");
            emulator.streams().sendText("{\"type\":\"next\",");
            awaitUpdates(client, Updates.RECONNECTING);
            backend.promote("cust-1", Grant.limited(CALLS, 5_000));
            emulator.streams().behave();

            awaitUpdates(client, Updates.LIVE);
            awaitLimit(client, 5_000);
        }
    }

    @Nested
    @DisplayName("whose key is refused")
    class Refused {
        private final List<StiggStatus> refusals = new CopyOnWriteArrayList<>();

        private final StiggListener listener = new StiggListener() {
            @Override
            public void onStatusChanged(StiggStatus status) {
                if (status.state() == State.AUTHENTICATION_FAILED) {
                    refusals.add(status);
                }
            }
        };

        @Test
        @DisplayName("gives up, and says so once")
        void fromTheStart() {
            Stigg client = build(Stigg.builder().listener(listener), "another-key");

            awaitUpdates(client, Updates.REFUSED);
            long attempts = emulator.streams().opened();

            await().during(Duration.ofSeconds(2)).until(() -> emulator.streams().opened() == attempts);
            assertThat(client.status().state()).isEqualTo(State.AUTHENTICATION_FAILED);
            assertThat(client.status().updates()).isEqualTo(Updates.REFUSED);
            assertThat(refusals.stream().map(StiggStatus::since).distinct()).hasSize(1);
        }

        @Test
        @DisplayName("later, answers from what it knows, and follows again once the key is accepted")
        void later() {
            Stigg client = following(Stigg.builder());
            calls(client);

            backend.refuseKey();
            awaitUpdates(client, Updates.REFUSED);
            assertThat(client.status().state()).isEqualTo(State.AUTHENTICATION_FAILED);
            assertThat(calls(client).basis()).isEqualTo(AnswerBasis.STALE);

            backend.comeBack();
            awaitUpdates(client, Updates.LIVE);
            await().until(() -> calls(client).basis() == AnswerBasis.FRESH);
        }
    }

    @Test
    @DisplayName("of an older version follows it all the same")
    void olderStigg() {
        emulator.streams().withoutV2();
        Stigg client = following();
        calls(client);

        backend.promote("cust-1", Grant.limited(CALLS, 5_000));
        awaitLimit(client, 5_000);
        backend.setUsage(CUST_1, CALLS, 7);
        awaitUsage(client, 7);
    }
}
