package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.testkit.contract.RecordedUpdates.undated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link UpdateStream} has to do, shown against the in-memory Stigg. Extend it in the tests of a transport, and
 * lead the stream to the backend by whatever way it takes.
 *
 * <p>Not thread-safe; JUnit makes one for each test.
 */
@Timeout(60)
public abstract class UpdateStreamContract {
    private static final Instant CLIENT_TIME = Instant.parse("2030-01-01T00:00:00Z");
    private static final String CUST_1 = "cust-1";

    private final StiggBackend backend = StiggBackend.acme();
    private final SdkClock clock = FakeClock.at(CLIENT_TIME);
    private final Changes changes = new Changes(backend);

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    private TransportPorts ports;

    /** For subclasses. */
    protected UpdateStreamContract() {}

    /**
     * Makes the transport whose stream is under test. The suite closes it.
     *
     * @param backend the Stigg that it has to lead to
     * @param clientClock the client's clock, which differs from Stigg's and does not move
     * @return the transport's ports
     */
    protected abstract TransportPorts portsTo(StiggBackend backend, SdkClock clientClock);

    /**
     * Breaks the connections of open streams; others can be opened at once. By default the backend drops them.
     *
     * @param to the backend that they lead to
     */
    protected void loseConnections(StiggBackend to) {
        to.dropStreams();
    }

    /**
     * Makes Stigg unreachable for streams that are opened from now on. By default the backend goes down.
     *
     * @param from the backend that they lead to
     */
    protected void becomeUnreachable(StiggBackend from) {
        from.goDown();
    }

    /**
     * Makes Stigg reachable again. By default the backend comes back.
     *
     * @param to the backend that streams lead to
     */
    protected void becomeReachable(StiggBackend to) {
        to.comeBack();
    }

    /**
     * Returns how long the suite waits for anything, before it finds that it does not happen.
     *
     * @return 10 seconds by default
     */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    void connect() {
        changes.customer(CUST_1);
        backend.clearPushes();
        ports = portsTo(backend, clock);
    }

    @AfterEach
    void disconnect() {
        backend.comeBack();
        ports.transport().close();
    }

    private RecordedUpdates recorder() {
        return new RecordedUpdates(patience());
    }

    private Registration open(RecordedUpdates listener) {
        return ports.updates().open(listener);
    }

    private RecordedUpdates opened() {
        RecordedUpdates listener = recorder();
        open(listener);
        return listener.awaitOpen();
    }

    /** Makes a change that another stream has been told of, so that this one would have been told as well. */
    private void changeThatIsTold() {
        RecordedUpdates witness = opened();
        witness.awaitUpdate(changes.change());
    }

    private void awaitStreams(int count) {
        long deadline = System.nanoTime() + patience().toNanos();
        while (backend.streamCount() != count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(backend.streamCount()).as("streams at Stigg's end").isEqualTo(count);
    }

    /** Opening. */
    @Nested
    @DisplayName("opening")
    class Opening {
        @Test
        @DisplayName("is told once, before anything else")
        void isToldOnce() {
            RecordedUpdates listener = opened();

            Update change = changes.change();
            listener.awaitUpdate(change);

            assertThat(listener.told()).hasSize(2).last().isEqualTo(change);
        }

        @Test
        @DisplayName("does not wait for Stigg")
        void doesNotWait() throws Exception {
            backend.hang();
            RecordedUpdates listener = recorder();

            Changes.onOwnThread(() -> open(listener)).get(patience().toMillis(), TimeUnit.MILLISECONDS);
            boolean openedWhileSilent = listener.hasOpened();
            backend.comeBack();

            assertThat(openedWhileSilent).isFalse();
            assertThat(listener.awaitOpen().told()).hasSize(1);
        }

        @Test
        @DisplayName("where Stigg cannot be reached ends the stream, and is worth another try")
        void unreachable() {
            becomeUnreachable(backend);
            RecordedUpdates listener = recorder();

            open(listener);

            StiggException cause = listener.awaitEnd();
            assertThat(cause.isRetryable()).as("%s", cause).isTrue();
            assertThat(cause).isInstanceOf(StiggTransportException.class);
            assertThat(listener.told()).containsExactly(cause);
        }

        @Test
        @DisplayName("with a refused key ends the stream, and says so")
        void refusedKey() {
            backend.refuseKey();
            RecordedUpdates listener = recorder();

            open(listener);

            StiggException cause = listener.awaitEnd();
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            StiggApiException.class,
                            refusal -> assertThat(refusal.isAuthenticationFailure())
                                    .isTrue());
            assertThat(listener.told()).containsExactly(cause);
        }

        @Test
        @DisplayName("again after the end is a new connection")
        void again() {
            becomeUnreachable(backend);
            RecordedUpdates before = recorder();
            open(before);
            before.awaitEnd();

            becomeReachable(backend);
            RecordedUpdates after = opened();

            after.awaitUpdate(changes.change());
            assertThat(before.told()).hasSize(1);
        }
    }

    /** Updates. */
    @Nested
    @DisplayName("updates")
    class Updates {
        @Test
        @DisplayName("of every kind are told as Stigg tells them, in order")
        void ofEveryKind() {
            RecordedUpdates listener = opened();

            changes.ofEveryKind();

            List<Update> pushes = backend.pushes();
            listener.awaitUpdates(pushes.size());
            assertThat(listener.undatedUpdates()).containsExactlyElementsOf(undated(pushes));
            assertThat(pushes.stream().<Class<?>>map(Update::getClass))
                    .containsOnly(Update.class.getPermittedSubclasses());
            assertThat(Arrays.asList(Update.class.getPermittedSubclasses()))
                    .isSubsetOf(pushes.stream().map(Object::getClass).toList());
        }

        @Test
        @DisplayName("are dated by the client's clock")
        void areDated() {
            RecordedUpdates listener = opened();

            changes.customer("cust-2");

            listener.awaitUpdates(1);
            assertThat(listener.updates())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            EntitlementSnapshot.class,
                            set -> assertThat(set.fetchedAt()).isEqualTo(CLIENT_TIME));
        }

        @Test
        @DisplayName("in a burst from many threads are all told, in one order, one at a time")
        void inABurst() {
            for (int i = 0; i < 4; i++) {
                changes.customer("cust-" + i);
            }
            backend.clearPushes();
            RecordedUpdates one = opened();
            RecordedUpdates other = opened();

            changes.burst(4, 100);

            one.awaitUpdates(400);
            other.awaitUpdates(400);
            assertThat(one.undatedUpdates()).containsExactlyElementsOf(undated(backend.pushes()));
            assertThat(other.undatedUpdates()).containsExactlyElementsOf(one.undatedUpdates());
            assertThat(one.isOverlapped()).isFalse();
        }

        @RepeatedTest(5)
        @DisplayName("are not missed from the moment that the stream is open")
        void areNotMissed() {
            AtomicInteger changesAtOpening = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            RecordedUpdates listener = new RecordedUpdates(patience()) {
                @Override
                public void onOpen() {
                    changesAtOpening.set(backend.pushes().size());
                    super.onOpen();
                }
            };

            CompletableFuture<Void> changing = Changes.onOwnThread(() -> {
                for (int i = 1; i <= 5_000 && !enough.get(); i++) {
                    changes.usage(i);
                }
            });
            open(listener);
            listener.awaitOpen();
            enough.set(true);
            changing.join();
            Update last = changes.change();

            listener.awaitUpdate(last);
            List<Update> all = backend.pushes();
            assertThat(all).endsWith(listener.updates().toArray(Update[]::new));
            assertThat(listener.updates().size()).isGreaterThanOrEqualTo(all.size() - changesAtOpening.get());
        }

        @Test
        @DisplayName("go on for a listener that throws, and for the others")
        void goOnWhenAListenerThrows() {
            RecordedUpdates throwing = new RecordedUpdates(patience()) {
                @Override
                public void onOpen() {
                    super.onOpen();
                    throw new IllegalStateException("thrown on purpose");
                }

                @Override
                public void onUpdate(Update update) {
                    super.onUpdate(update);
                    throw new IllegalStateException("thrown on purpose");
                }
            };
            open(throwing);
            RecordedUpdates other = opened();
            throwing.awaitOpen();

            Update first = changes.change();
            Update second = changes.change();

            other.awaitUpdate(second);
            throwing.awaitUpdate(second);
            assertThat(other.updates()).containsExactly(first, second);
            assertThat(throwing.updates()).containsExactly(first, second);
        }

        @Test
        @DisplayName("may be answered with a change in Stigg, which is told in its turn")
        void mayBeAnsweredWithAChange() {
            RecordedUpdates listener = new RecordedUpdates(patience()) {
                @Override
                public void onUpdate(Update update) {
                    if (updates().isEmpty()) {
                        changes.customer("cust-2");
                    }
                    super.onUpdate(update);
                }
            };
            open(listener);
            listener.awaitOpen();

            changes.change();

            listener.awaitUpdates(2);
            assertThat(listener.undatedUpdates()).containsExactlyElementsOf(undated(backend.pushes()));
        }
    }

    /** The end. */
    @Nested
    @DisplayName("the end")
    class TheEnd {
        @Test
        @DisplayName("is told once and last, when the connection is lost")
        void isToldOnceAndLast() {
            RecordedUpdates listener = opened();
            Update before = changes.change();
            listener.awaitUpdate(before);

            loseConnections(backend);

            StiggException cause = listener.awaitEnd();
            changeThatIsTold();
            loseConnections(backend);
            changeThatIsTold();
            assertThat(cause).isInstanceOf(StiggTransportException.class);
            assertThat(cause.isRetryable()).isTrue();
            assertThat(listener.told()).hasSize(3).endsWith(before, cause);
        }

        @Test
        @DisplayName("comes in the middle of a burst as well, with no gap before it")
        void comesInTheMiddle() {
            changes.customer("cust-0");
            backend.clearPushes();
            RecordedUpdates listener = opened();
            CompletableFuture<Void> burst = Changes.onOwnThread(() -> changes.burst(1, 300));
            listener.awaitUpdates(20);

            loseConnections(backend);

            listener.awaitEnd();
            burst.join();
            changeThatIsTold();
            List<Update> told = listener.updates();
            assertThat(backend.pushes()).startsWith(told.toArray(Update[]::new));
            assertThat(listener.told()).hasSize(told.size() + 2).last().isInstanceOf(StiggException.class);
        }

        @Test
        @DisplayName("is not missed because a listener throws")
        void isNotMissed() {
            RecordedUpdates throwing = new RecordedUpdates(patience()) {
                @Override
                public void onUpdate(Update update) {
                    super.onUpdate(update);
                    throw new IllegalStateException("thrown on purpose");
                }
            };
            open(throwing);
            throwing.awaitOpen();
            throwing.awaitUpdate(changes.change());

            loseConnections(backend);

            assertThat(throwing.awaitEnd()).isInstanceOf(StiggTransportException.class);
        }

        @Test
        @DisplayName("is told on closing the transport, also of streams that are opened after that")
        void onClosingTheTransport() {
            RecordedUpdates before = opened();

            ports.transport().close();
            RecordedUpdates after = recorder();
            open(after);

            StiggException cause = before.awaitEnd();
            StiggException refusal = after.awaitEnd();
            awaitStreams(0);
            assertThat(before.told()).hasSize(2).last().isEqualTo(cause);
            assertThat(after.told()).containsExactly(refusal);
        }
    }

    /** Closing. */
    @Nested
    @DisplayName("closing")
    class Closing {
        @Test
        @DisplayName("tells nothing more, and ends the connection at Stigg's end")
        void tellsNothingMore() {
            RecordedUpdates listener = recorder();
            Registration stream = open(listener);
            listener.awaitOpen();
            awaitStreams(1);

            stream.close();

            awaitStreams(0);
            changeThatIsTold();
            loseConnections(backend);
            assertThat(listener.told()).hasSize(1);
        }

        @Test
        @DisplayName("in the middle of a burst tells nothing more")
        void inTheMiddleOfABurst() {
            changes.customer("cust-0");
            RecordedUpdates listener = recorder();
            Registration stream = open(listener);
            listener.awaitOpen();
            CountDownLatch closed = new CountDownLatch(1);
            CompletableFuture<Void> burst = Changes.onOwnThread(() -> {
                changes.burst(1, 100);
                await(closed);
                changes.burst(1, 100);
            });
            listener.awaitUpdates(20);

            stream.close();
            int told = listener.told().size();
            closed.countDown();
            burst.join();
            changeThatIsTold();

            // A call may have been under way.
            assertThat(listener.told().size()).isBetween(told, told + 1);
        }

        private void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(patience().toMillis(), TimeUnit.MILLISECONDS))
                        .isTrue();
            } catch (InterruptedException interruption) {
                throw new AssertionError(interruption);
            }
        }

        @Test
        @DisplayName("while opening tells nothing at all")
        void whileOpening() {
            backend.hang();
            RecordedUpdates listener = recorder();
            Registration stream = open(listener);

            stream.close();
            backend.comeBack();
            changeThatIsTold();

            assertThat(listener.told()).isEmpty();
        }

        @Test
        @DisplayName("from within the listener tells nothing more")
        void fromWithin() {
            CompletableFuture<Registration> stream = new CompletableFuture<>();
            RecordedUpdates listener = new RecordedUpdates(patience()) {
                @Override
                public void onUpdate(Update update) {
                    super.onUpdate(update);
                    stream.join().close();
                }
            };
            stream.complete(open(listener));
            listener.awaitOpen();

            Update first = changes.change();
            listener.awaitUpdate(first);
            changeThatIsTold();

            assertThat(listener.updates()).containsExactly(first);
        }

        @Test
        @DisplayName("again, or after the end, does nothing")
        void again() {
            RecordedUpdates listener = recorder();
            Registration stream = open(listener);
            listener.awaitOpen();
            loseConnections(backend);
            listener.awaitEnd();

            assertThatCode(() -> {
                        stream.close();
                        stream.close();
                    })
                    .doesNotThrowAnyException();

            assertThat(listener.told()).hasSize(2);
        }

        @Test
        @DisplayName("leaves other streams alone")
        void leavesOthersAlone() {
            RecordedUpdates other = opened();
            RecordedUpdates listener = recorder();
            Registration stream = open(listener);
            listener.awaitOpen();

            stream.close();

            other.awaitUpdate(changes.change());
            assertThat(other.told()).hasSize(2);
            assertThat(listener.told()).hasSize(1);
        }
    }
}
