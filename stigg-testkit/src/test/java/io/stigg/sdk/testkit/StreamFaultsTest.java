package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.Registration;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.port.UpdateListener;
import io.stigg.sdk.usage.ReportUsage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A stream of the in-memory Stigg")
@Timeout(30)
class StreamFaultsTest {
    private final Conversation stigg = Conversation.withAcme();
    private final StiggBackend backend = stigg.backend();
    private final Heard heard = new Heard();

    @BeforeEach
    void provision() {
        stigg.customerOn("plan-free");
        backend.clearPushes();
    }

    /** Keeps what it is told: an update, the cause of the end, or that the stream is open. */
    private static class Heard implements UpdateListener {
        final List<Object> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void onOpen() {
            told.add("open");
        }

        @Override
        public void onUpdate(Update update) {
            told.add(update);
        }

        @Override
        public void onEnd(Throwable cause) {
            told.add(cause);
        }

        List<Double> usages() {
            return List.copyOf(told).stream()
                    .filter(UsageReading.class::isInstance)
                    .map(reading -> ((UsageReading) reading).usage().currentUsage())
                    .toList();
        }
    }

    @Nested
    @DisplayName("of a silent Stigg")
    class Silent {
        @Test
        @DisplayName("tells later what changed meanwhile, in order")
        void tellsLater() {
            backend.updates().open(heard);
            backend.hang();
            setUsage(1);
            setUsage(2);
            List<Object> toldWhileSilent = List.copyOf(heard.told);

            backend.comeBack();

            assertThat(toldWhileSilent).containsExactly("open");
            assertThat(heard.usages()).containsExactly(1.0, 2.0);
        }

        @Test
        @DisplayName("opens later, and tells what has changed since it was asked for")
        void opensLater() {
            backend.hang();
            backend.updates().open(heard);
            int countWhileSilent = backend.streamCount();
            setUsage(1);

            backend.comeBack();

            assertThat(countWhileSilent).isZero();
            assertThat(heard.told).hasSize(2).first().isEqualTo("open");
            assertThat(heard.usages()).containsExactly(1.0);
        }

        @Test
        @DisplayName("ends at once when Stigg goes down, without what was held back")
        void endsWhenItGoesDown() {
            backend.updates().open(heard);
            backend.hang();
            setUsage(1);

            backend.goDown();

            assertThat(heard.told).hasSize(2).last().isInstanceOf(StiggTransportException.class);
        }

        @Test
        @DisplayName("can be lost")
        void canBeLost() {
            backend.updates().open(heard);
            backend.hang();

            backend.dropStreams();

            assertThat(heard.told).hasSize(2).last().isInstanceOf(StiggTransportException.class);
            assertThat(backend.streamCount()).isZero();
        }

        @Test
        @DisplayName("tells what was held back before a request that has waited is answered")
        void tellsBeforeItAnswers() {
            backend.hang();
            backend.updates().open(heard);
            setUsage(1);
            stigg.line()
                    .send(ReportUsage.of("cust-1", Conversation.SEATS, 1))
                    .thenAccept(ack -> heard.told.add("answer"));

            backend.comeBack();

            assertThat(heard.usages()).containsExactly(1.0, 2.0);
            assertThat(heard.told).last().isEqualTo("answer");
        }

        @Test
        @DisplayName("that is lost before it opens never does")
        void neverOpens() {
            backend.hang();
            backend.updates().open(heard);

            backend.dropStreams();
            backend.comeBack();

            assertThat(heard.told).singleElement().isInstanceOf(StiggTransportException.class);
        }
    }

    @Nested
    @DisplayName("that is open")
    class Open {
        @Test
        @DisplayName("ends when Stigg goes down")
        void endsWhenItGoesDown() {
            backend.updates().open(heard);

            backend.goDown();
            backend.goDown();

            assertThat(heard.told).hasSize(2).last().isInstanceOf(StiggTransportException.class);
        }

        @Test
        @DisplayName("ends when Stigg can no longer be asked either")
        void endsWhenItCannotBeAsked() {
            List<Boolean> failed = new ArrayList<>();
            backend.updates().open(new Heard() {
                @Override
                public void onEnd(Throwable cause) {
                    failed.add(stigg.line()
                            .send(new GetSdkConfiguration())
                            .toCompletableFuture()
                            .isCompletedExceptionally());
                }
            });

            backend.goDown();

            assertThat(failed).containsExactly(true);
        }

        @Test
        @DisplayName("ends when the key is refused")
        void endsWhenTheKeyIsRefused() {
            backend.updates().open(heard);

            backend.refuseKey();

            assertThat(heard.told)
                    .last()
                    .isInstanceOfSatisfying(
                            StiggApiException.class,
                            refusal -> assertThat(refusal.isAuthenticationFailure())
                                    .isTrue());
        }

        @Test
        @DisplayName("is not told later what changed while there was none")
        void isNotToldLater() {
            backend.updates().open(heard);
            backend.dropStreams();
            setUsage(1);
            Heard next = new Heard();

            backend.updates().open(next);

            assertThat(next.told).containsExactly("open");
            assertThat(backend.pushes()).hasSize(1);
        }

        @Test
        @DisplayName("is counted until it ends")
        void isCounted() {
            Registration one = backend.updates().open(heard);
            backend.updates().open(new Heard());

            int both = backend.streamCount();
            one.close();
            int other = backend.streamCount();
            backend.dropStreams();

            assertThat(List.of(both, other, backend.streamCount())).containsExactly(2, 1, 0);
        }
    }

    @Nested
    @DisplayName("of a client")
    class OfAClient {
        @Test
        @DisplayName("is always the same, and ends with the client's transport alone")
        void endsWithItsTransport() {
            AdapterSet one = backend.adapters();
            AdapterSet other = backend.adapters();
            Heard otherHeard = new Heard();
            one.updates().open(heard);
            other.updates().open(otherHeard);

            one.transport().close();
            setUsage(1);

            assertThat(one.updates()).isSameAs(one.updates()).isNotSameAs(other.updates());
            assertThat(heard.told).hasSize(2).last().isInstanceOf(StiggTransportException.class);
            assertThat(otherHeard.usages()).containsExactly(1.0);
        }

        @Test
        @DisplayName("tells a change before whoever makes it has the answer")
        void tellsBeforeTheAnswer() {
            backend.updates().open(heard);

            stigg.report(Conversation.SEATS, 1);

            assertThat(heard.usages()).containsExactly(1.0);
        }
    }

    @Nested
    @DisplayName("calls listeners without a lock:")
    class WithoutALock {
        @Test
        @DisplayName("one may wait for another thread to be answered")
        void mayWaitForAnotherThread() {
            List<Double> limits = new ArrayList<>();
            backend.updates().open(new Heard() {
                @Override
                public void onUpdate(Update update) {
                    limits.add(onAnotherThread(() -> stigg.limit(Conversation.CALLS)));
                }
            });

            setUsage(1);

            assertThat(limits).containsExactly(100.0);
        }

        @Test
        @DisplayName("what another thread changes meanwhile is told by the one that is telling, in order")
        void othersTakeOver() {
            Heard slow = new Heard() {
                @Override
                public void onUpdate(Update update) {
                    if (told.size() == 1) {
                        onAnotherThread(() -> {
                            setUsage(2);
                            return usages();
                        });
                    }
                    super.onUpdate(update);
                }
            };
            backend.updates().open(slow);
            backend.updates().open(heard);

            setUsage(1);

            assertThat(slow.usages()).containsExactly(1.0, 2.0);
            assertThat(heard.usages()).containsExactly(1.0, 2.0);
        }
    }

    private static <T> T onAnotherThread(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, run -> new Thread(run).start())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void setUsage(double usage) {
        backend.setUsage(CustomerScope.of("cust-1"), Conversation.SEATS, usage);
    }
}
