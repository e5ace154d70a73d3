package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A stream of updates")
class StreamLifecycleTest extends StreamTest {
    private static List<Thread> threadsOf(String... prefixes) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> List.of(prefixes).stream().anyMatch(thread.getName()::startsWith))
                .toList();
    }

    /** Hears an update, and is busy with it until it is let go. */
    private static final class Busy extends HeardUpdates {
        final CountDownLatch began = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public void onUpdate(Update update) {
            began.countDown();
            awaitUninterruptibly(letGo);
            super.onUpdate(update);
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            boolean interrupted = false;
            while (latch.getCount() > 0) {
                try {
                    interrupted |= !latch.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes the server wait with its part of the handshake until it is let go. */
    private CountDownLatch holdHandshakes(CountDownLatch asked) {
        CountDownLatch letGo = new CountDownLatch(1);
        server.answeringHandshakes(head -> {
            asked.countDown();
            awaitLatch(letGo);
            return ScriptedStream.accepting(head);
        });
        return letGo;
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
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch closed = holdHandshakes(asked);
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
            Busy busy = new Busy();
            Registration stream = create(options()).updates().open(busy);
            Peer peer = server.nextOpen();
            peer.tell(peer.usage, usageOf("a", 1)).tell(peer.usage, usageOf("a", 2));
            awaitLatch(busy.began);

            stream.close();

            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(clock.waits()).isEmpty();
            busy.letGo.countDown();
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
            patiently().until(() -> threadsOf("stigg-http-").isEmpty());
        }

        @Test
        @DisplayName("ends while it shakes hands, and leaves no socket")
        void endsWhileShakingHands() throws Exception {
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch closed = holdHandshakes(asked);
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
        @DisplayName("is gone while its listener is busy, and says so when the listener is done")
        void endsAtOnce() throws Exception {
            TransportPorts ports = create(options());
            Busy busy = new Busy();
            ports.updates().open(busy);
            Peer peer = server.nextOpen();
            peer.tell(peer.usage, usageOf("a", 1)).tell(peer.usage, usageOf("a", 2));
            awaitLatch(busy.began);

            ports.transport().close();

            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(clock.waits()).isEmpty();
            assertThat(busy.calls).containsExactly("open");
            busy.letGo.countDown();
            assertThat(busy.cause()).hasMessageContaining("the transport is closed");
            assertThat(busy.calls).containsExactly("open", "update", "end");
        }

        @Test
        @DisplayName("says nothing if it is closed itself before it could")
        void saysNothingToWhoeverLeft() throws Exception {
            TransportPorts ports = create(options());
            Busy busy = new Busy();
            Registration stream = ports.updates().open(busy);
            Peer peer = server.nextOpen();
            peer.tell(peer.usage, usageOf("a", 1));
            awaitLatch(busy.began);
            ports.transport().close();

            stream.close();
            busy.letGo.countDown();

            patiently().until(() -> threadsOf("stigg-http-").isEmpty());
            assertThat(busy.calls).containsExactly("open", "update");
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
        void endsWhenOpenedAfterwards() {
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
    @DisplayName("holds no lock while it tells of its end")
    void holdsNoLock() {
        CompletableFuture<Registration> stream = new CompletableFuture<>();
        HeardUpdates closing = new HeardUpdates() {
            @Override
            public void onEnd(Throwable cause) {
                CompletableFuture.runAsync(() -> stream.join().close())
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
                super.onEnd(cause);
            }
        };
        stream.complete(create(options()).updates().open(closing));

        Peer peer = server.nextOpen();
        patiently().until(() -> closing.calls.size() == 1);

        peer.hangUp();

        assertThat(closing.cause()).isInstanceOf(StiggTransportException.class);
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
    @DisplayName("ends and throws nothing when the lent client fails in whatever way")
    void endsWithoutClient() {
        HttpClient client = mock(HttpClient.class);
        when(client.followRedirects()).thenReturn(HttpClient.Redirect.NEVER);
        when(client.executor()).thenReturn(Optional.empty());
        when(client.newWebSocketBuilder()).thenThrow(new NoClassDefFoundError("on purpose"));

        assertThatCode(() -> open(options().httpClient(client))).doesNotThrowAnyException();

        assertThat(cause()).hasMessageContaining("NoClassDefFoundError");
        assertThat(clock.waits()).isEmpty();
    }

    @Test
    @DisplayName("ends when the lent threads do, and leaves no socket")
    void endsWithItsThreads() throws Exception {
        ExecutorService lent = Executors.newCachedThreadPool();
        Registration stream = open(options().executor(lent));
        Peer peer = server.nextOpen();
        awaitCalls(1);

        lent.shutdownNow();
        peer.tell(peer.usage, usageOf("a", 1));
        clock.advance(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        stream.close();

        assertThat(peer.waitUntilGone()).isTrue();
        assertThat(clock.waits()).isEmpty();
        assertThat(heard.overlaps).hasValue(0);
    }

    @Test
    @DisplayName("goes on where the threads that are lent are those of whoever comes")
    void runsOnAnyThread() {
        open(options().executor(Runnable::run));
        Peer peer = server.nextOpen();

        IntStream.range(0, 100).forEach(i -> peer.tell(peer.usage, usageOf("a", i)));
        awaitCalls(101);
        peer.hangUp();

        assertThat(cause()).isInstanceOf(StiggTransportException.class);
        assertThat(heard.overlaps).hasValue(0);
    }

    @Test
    @DisplayName("opened and closed two hundred times, at every stage, leaves no thread, timer or socket")
    void leavesNothingBehind() {
        List<Thread> before = threadsOf("HttpClient-");
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
            patiently().until(server::nobodyIsConnected);

            ports.transport().close();
            patiently().until(() -> threadsOf("stigg-http-").isEmpty());
        }
        patiently().until(() -> threadsOf("stigg-timer").isEmpty());
        patiently().until(() -> {
            // Before Java 21, the thread of a client's own ends when nobody refers to the client any more.
            System.gc();
            return before.containsAll(threadsOf("HttpClient-"));
        });
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
            patiently().until(() -> !listener.calls.isEmpty());
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
