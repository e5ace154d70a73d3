package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Registration;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.http.ScriptedStream.Peer;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of updates")
class StreamLifecycleTest extends StreamTest {
    private static List<String> threadsOf(String... prefixes) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> List.of(prefixes).stream().anyMatch(name::startsWith))
                .toList();
    }

    @Nested
    @DisplayName("that is closed")
    class Closed {
        @Test
        @DisplayName("leaves no timer and no socket, and says no more")
        void leavesNothing() throws Exception {
            Registration stream = open();
            Peer peer = server.nextOpen();
            awaitCalls(1);

            stream.close();
            stream.close();

            assertThat(clock.waits()).isEmpty();
            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(peer.closeCode()).isEqualTo(1000);
            assertThat(heard.calls).containsExactly("open");
        }

        @Test
        @DisplayName("while it waits to be accepted leaves nothing either")
        void leavesNothingBeforeTheAck() throws Exception {
            Registration stream = open();
            Peer peer = server.next();
            peer.expect("connection_init");

            stream.close();

            assertThat(clock.waits()).isEmpty();
            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(heard.calls).isEmpty();
        }

        @Test
        @DisplayName("while it shakes hands gets rid of the socket that comes of it")
        void leavesNothingOfAHandshake() throws Exception {
            CountDownLatch closed = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            server.answeringHandshakes(head -> {
                asked.countDown();
                awaitLatch(closed);
                return ScriptedStream.accepting(head);
            });
            Registration stream = open();
            awaitLatch(asked);

            stream.close();
            assertThat(clock.waits()).isEmpty();
            closed.countDown();

            assertThat(server.next().waitUntilGone()).isTrue();
            assertThat(heard.calls).isEmpty();
        }

        @Test
        @DisplayName("from within its listener hears nothing more")
        void closesFromWithin() throws Exception {
            AtomicReference<Registration> stream = new AtomicReference<>(() -> {});
            HeardUpdates closing = new HeardUpdates() {
                @Override
                public void onUpdate(Update update) {
                    super.onUpdate(update);
                    stream.get().close();
                }
            };
            stream.set(create(options()).updates().open(closing));
            Peer peer = server.nextOpen();

            peer.tell(peer.usage, usageOf("a", 1)).tell(peer.usage, usageOf("a", 2));

            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(closing.calls).containsExactly("open", "update");
        }

        @Test
        @DisplayName("while its listener is busy is gone before the listener is done")
        void closesAtOnce() throws Exception {
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            HeardUpdates blocking = new HeardUpdates() {
                @Override
                public void onUpdate(Update update) {
                    busy.countDown();
                    awaitLatch(done);
                }
            };
            Registration stream = create(options()).updates().open(blocking);
            Peer peer = server.nextOpen();
            peer.tell(peer.usage, usageOf("a", 1)).tell(peer.usage, usageOf("a", 2));
            awaitLatch(busy);

            stream.close();

            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(clock.waits()).isEmpty();
            done.countDown();
        }

        @Test
        @DisplayName("leaves the others of its transport alone")
        void leavesOthersAlone() {
            TransportPorts ports = create(options());
            Registration first = ports.updates().open(new HeardUpdates());
            server.nextOpen();
            ports.updates().open(heard);
            Peer peer = server.nextOpen();
            awaitCalls(1);

            first.close();
            peer.tell(peer.usage, usageOf("a", 1));

            awaitCalls(2);
        }
    }

    @Nested
    @DisplayName("whose transport is closed")
    class TransportClosed {
        @Test
        @DisplayName("ends, once, and leaves no thread")
        void ends() throws Exception {
            TransportPorts ports = create(options());
            ports.updates().open(heard);
            Peer peer = server.nextOpen();
            awaitCalls(1);

            ports.transport().close();
            ports.transport().close();

            assertThat(heard.calls).containsExactly("open", "end");
            assertThat(cause())
                    .isInstanceOf(StiggTransportException.class)
                    .hasMessageContaining("the transport is closed");
            assertThat(clock.waits()).isEmpty();
            assertThat(peer.waitUntilGone()).isTrue();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> threadsOf("stigg-http-").isEmpty());
        }

        @Test
        @DisplayName("ends while it shakes hands, and leaves no socket")
        void endsWhileShakingHands() throws Exception {
            CountDownLatch closed = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            server.answeringHandshakes(head -> {
                asked.countDown();
                awaitLatch(closed);
                return ScriptedStream.accepting(head);
            });
            TransportPorts ports = create(options());
            ports.updates().open(heard);
            awaitLatch(asked);

            ports.transport().close();
            assertThat(heard.calls).containsExactly("end");
            closed.countDown();

            assertThat(server.next().waitUntilGone()).isTrue();
            assertThat(heard.calls).containsExactly("end");
        }

        @Test
        @DisplayName("says nothing if it was closed before")
        void saysNothing() {
            TransportPorts ports = create(options());
            Registration stream = ports.updates().open(heard);
            server.nextOpen();
            awaitCalls(1);

            stream.close();
            ports.transport().close();

            assertThat(heard.calls).containsExactly("open");
        }

        @Test
        @DisplayName("ends at once when it is opened afterwards")
        void endsAtOnce() {
            TransportPorts ports = create(options());
            ports.transport().close();

            ports.updates().open(heard);

            assertThat(heard.calls).containsExactly("end");
            assertThat(cause()).hasMessageContaining("the transport is closed");
            assertThat(server.nobodyIsConnected()).isTrue();
        }

        @Test
        @DisplayName("ends on a lent client, which stays open")
        void leavesALentClientOpen() throws Exception {
            HttpClient client = HttpClient.newHttpClient();
            TransportPorts ports = create(options().httpClient(client));
            ports.updates().open(heard);
            Peer peer = server.nextOpen();
            awaitCalls(1);

            ports.transport().close();

            assertThat(peer.waitUntilGone()).isTrue();
            create(options().httpClient(client)).updates().open(new HeardUpdates());
            server.nextOpen();
        }

        @Test
        @DisplayName("from within its listener ends all the same")
        void closesFromWithin() {
            TransportPorts ports = create(options());
            HeardUpdates closing = new HeardUpdates() {
                @Override
                public void onOpen() {
                    super.onOpen();
                    ports.transport().close();
                }
            };
            ports.updates().open(closing);
            server.nextOpen();

            assertThat(closing.cause()).hasMessageContaining("the transport is closed");
            assertThat(closing.calls).containsExactly("open", "end");
        }
    }

    @Test
    @DisplayName("is gone when its listener is told of the end")
    void isGoneWhenItEnds() {
        List<Integer> timers = new ArrayList<>();
        HeardUpdates looking = new HeardUpdates() {
            @Override
            public void onEnd(Throwable cause) {
                timers.add(clock.waits().size());
                super.onEnd(cause);
            }
        };
        create(options()).updates().open(looking);
        Peer peer = server.nextOpen();

        peer.send("garbage");

        assertThat(looking.cause()).isNotNull();
        assertThat(timers).containsExactly(0);
    }

    @Test
    @DisplayName("ends and throws nothing when the lent threads refuse to work")
    void endsWithoutThreads() {
        ExecutorService ended = Executors.newCachedThreadPool();
        ended.shutdown();

        assertThatCode(() -> open(options().executor(ended))).doesNotThrowAnyException();

        assertThat(cause()).isInstanceOf(StiggException.class);
    }

    @Test
    @DisplayName("opened and closed two hundred times, at every stage, leaves no thread, timer or socket")
    void leavesNothingBehind() {
        try (SdkClock real = SdkClock.system()) {
            TransportPorts ports = create(options(), real);
            for (int i = 0; i < 200; i++) {
                HeardUpdates listener = new HeardUpdates();
                Registration stream = ports.updates().open(listener);
                leadTo(i % 4, listener);
                stream.close();
                if (i % 4 == 0) {
                    // What was begun comes about all the same, and is given up then.
                    server.next();
                }
            }
            await().atMost(Duration.ofSeconds(10)).until(server::nobodyIsConnected);

            ports.transport().close();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> threadsOf("stigg-http-").isEmpty());
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> threadsOf("stigg-timer").isEmpty());
    }

    private void leadTo(int stage, HeardUpdates listener) {
        if (stage == 0) {
            return;
        }
        Peer peer = server.next();
        if (stage > 1) {
            peer.acknowledge();
        }
        if (stage > 2) {
            peer.answerPing();
            await().until(() -> !listener.calls.isEmpty());
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
