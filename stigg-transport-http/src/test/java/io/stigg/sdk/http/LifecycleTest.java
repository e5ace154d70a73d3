package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.port.TransportPorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A transport")
class LifecycleTest extends TransportTest {
    private static List<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("stigg-http-"))
                .toList();
    }

    @Test
    @DisplayName("is one and the same for its ports")
    void isOne() {
        TransportPorts ports = options().create(clock);

        assertThat(ports.transport()).isSameAs(ports.transport());
        ports.transport().close();
    }

    @Test
    @DisplayName("answers two hundred at once, each with its own")
    void answersManyAtOnce() {
        server.answers(request -> ok(EMPTY_STATE.replace(
                "\"accessDeniedReason\":null", "\"accessDeniedReason\":\"" + customerIn(request.body()) + "\"")));
        ApiTransport transport = open(options());

        List<CompletableFuture<EntitlementSnapshot>> answers = IntStream.range(0, 200)
                .mapToObj(i -> new GetEntitlementsState(
                        CustomerScope.of("customer-" + i), GetEntitlementsState.Freshness.LATEST))
                .map(request -> transport.send(request).toCompletableFuture())
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            EntitlementSnapshot snapshot =
                    answer.orTimeout(20, TimeUnit.SECONDS).join();
            assertThat(snapshot.denial().orElseThrow().wireName())
                    .isEqualTo(snapshot.scope().customerId());
        });
        assertThat(ourThreads()).isNotEmpty().hasSizeLessThanOrEqualTo(8).allMatch(Thread::isDaemon);
    }

    @Test
    @DisplayName("stops what its caller cancels")
    void stopsWhatIsCancelled() throws Exception {
        CountDownLatch clientLeft = new CountDownLatch(1);
        server.replies(ScriptedServer.trickle(clientLeft));
        CompletableFuture<?> call = open(options()).send(LATEST).toCompletableFuture();
        await().until(() -> server.received().size() == 1);

        call.cancel(true);

        assertThat(clientLeft.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("fails a call, and not its caller, when the lent threads refuse to work")
    void failsWhenThreadsRefuse() {
        ExecutorService ended = Executors.newCachedThreadPool();
        ended.shutdown();

        assertThat(failure(options().executor(ended), LATEST)).isNotNull();
    }

    @Test
    @DisplayName("does not begin what nobody waits for any more once there is a thread for it")
    void doesNotBeginInVain() {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        server.answers(request -> ok(EMPTY_STATE));
        ApiTransport transport = open(options().executor(waiting::add));

        transport.send(LATEST).toCompletableFuture().cancel(true);
        CompletableFuture<EntitlementSnapshot> wanted = transport.send(LATEST).toCompletableFuture();

        await().until(() -> {
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
            return wanted.isDone();
        });
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @DisplayName("begins on its own threads, since to look up where to begin may take long")
    void beginsOnItsOwnThreads() {
        List<String> beganOn = new CopyOnWriteArrayList<>();
        server.answers(request -> ok(EMPTY_STATE));
        ProxySelector lookingUp = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                beganOn.add(Thread.currentThread().getName());
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };

        answer(open(options().proxy(lookingUp)), LATEST);

        assertThat(beganOn).isNotEmpty().allMatch(thread -> thread.startsWith("stigg-http-"));
    }

    @Test
    @DisplayName(
            "leaves only reading to the thread that watches its connections, so that all may ask again and wait where they are answered")
    void asksAgainWhereItIsAnswered() {
        server.answers(request -> ok(EMPTY_STATE));
        ApiTransport transport = open(options());

        CompletableFuture<EntitlementSnapshot> again = transport
                .send(LATEST)
                .thenApply(first -> transport.send(LATEST).toCompletableFuture().join())
                .toCompletableFuture();

        assertThat(again.orTimeout(10, TimeUnit.SECONDS).join().scope()).isEqualTo(LATEST.scope());
    }

    @Test
    @DisplayName("completes on its own threads")
    void completesOnItsOwnThreads() {
        server.replies((scripted, out) -> {
            scripted.waitUntilClosed(100);
            ok(EMPTY_STATE).answer(scripted, out);
        });

        String completedBy = open(options())
                .send(LATEST)
                .thenApply(answer -> Thread.currentThread().getName())
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();

        assertThat(completedBy).startsWith("stigg-http-");
    }

    @Test
    @DisplayName("completes failures on its own threads as well")
    void completesFailuresOnItsOwnThreads() {
        server.replies((scripted, out) -> scripted.waitUntilClosed(100));

        String completedBy = open(options())
                .send(LATEST)
                .handle((answer, failure) -> Thread.currentThread().getName())
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();

        assertThat(completedBy).startsWith("stigg-http-");
    }

    private static String customerIn(String body) {
        return body.replaceAll("(?s).*\"customerId\":\"([^\"]*)\".*", "$1");
    }

    @Nested
    @DisplayName("that is closed")
    class Closed {
        @Test
        @DisplayName("ends its threads")
        void endsItsThreads() {
            ApiTransport transport = open(options());
            answer(transport, LATEST);
            assertThat(ourThreads()).isNotEmpty();

            transport.close();

            await().atMost(java.time.Duration.ofSeconds(5))
                    .until(() -> ourThreads().isEmpty());
        }

        @Test
        @DisplayName("fails what is under way, on the wire or in a pause")
        void failsWhatIsUnderWay() {
            server.replies(json(429, "", "retry-after: 5"), ScriptedServer.silence());
            ApiTransport transport = open(options());
            CompletableFuture<?> pausing = transport.send(LATEST).toCompletableFuture();
            await().until(() -> server.received().size() == 1);
            CompletableFuture<?> waiting = transport.send(LATEST).toCompletableFuture();
            await().until(() -> server.received().size() == 2);

            transport.close();

            for (CompletableFuture<?> call : List.of(pausing, waiting)) {
                assertThat(call).isCompletedExceptionally();
                assertThat(call.handle((value, failure) -> failure).join())
                        .isInstanceOf(StiggTransportException.class)
                        .hasMessageContaining("closed");
            }
        }

        @Test
        @DisplayName("answers with a failure and sends nothing, however often it is closed")
        void sendsNothing() {
            ApiTransport transport = open(options());

            transport.close();
            assertThatCode(transport::close).doesNotThrowAnyException();

            assertThat(failure(transport, LATEST))
                    .isInstanceOf(StiggTransportException.class)
                    .hasMessageContaining("closed");
            assertThat(server.received()).isEmpty();
        }
    }

    @Nested
    @DisplayName("that was lent something")
    class Lent {
        @Test
        @DisplayName("uses the client and leaves it open")
        void leavesTheClientOpen() throws Exception {
            HttpClient client = HttpClient.newHttpClient();
            ApiTransport transport = open(options().httpClient(client));

            answer(transport, LATEST);
            transport.close();

            assertThat(server.last().headers()).doesNotContainKeys("upgrade", "http2-settings");
            ApiTransport next = open(options().httpClient(client));
            assertThat(answer(next, LATEST).entitlements()).isEmpty();
        }

        @Test
        @DisplayName("uses the threads, makes none, and leaves them running")
        void leavesTheThreadsRunning() {
            ExecutorService threads = Executors.newFixedThreadPool(2, task -> new Thread(task, "lent"));
            try {
                ApiTransport transport = open(options().executor(threads));
                String completedBy = transport
                        .send(LATEST)
                        .thenApply(answer -> Thread.currentThread().getName())
                        .toCompletableFuture()
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
                transport.close();

                assertThat(completedBy).isIn("lent", Thread.currentThread().getName());
                assertThat(threads.isShutdown()).isFalse();
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        @DisplayName("goes through the proxy")
        void goesThroughTheProxy() {
            InetSocketAddress proxy = new InetSocketAddress(
                    java.net.InetAddress.getLoopbackAddress(), server.uri().getPort());
            HttpTransport options = options()
                    .baseUri(URI.create("http://stigg.invalid"))
                    .allowPlainHttp()
                    .proxy(ProxySelector.of(proxy));

            assertThat(send(options, LATEST).entitlements()).isEmpty();
            assertThat(server.last().target()).isEqualTo("http://stigg.invalid/graphql");
        }
    }
}
