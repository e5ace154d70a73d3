package io.stigg.sdk.emulator;

import static io.stigg.sdk.emulator.Soon.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The emulator as an HTTP server")
class HttpTest {
    private static final String CONFIGURATION = "/v1/config/server-sdk-configuration.json";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("secret-key").start();
    private final RawClient client = new RawClient(emulator.uri(), "secret-key");

    @AfterEach
    void close() {
        emulator.close();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("stigg-emulator"))
                .toList();
    }

    @Test
    @DisplayName("says that it is well, without a key")
    void isWell() {
        Answer answer = new RawClient(emulator.uri(), "none").get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    @DisplayName("says which method a path takes")
    void namesMethod() {
        Answer graphql = client.get("/graphql");
        Answer edge = client.post(CONFIGURATION, "{}");

        assertThat(graphql.status()).isEqualTo(405);
        assertThat(graphql.response().headers().firstValue("Allow")).contains("POST");
        assertThat(edge.status()).isEqualTo(405);
        assertThat(edge.response().headers().firstValue("Allow")).contains("GET");
    }

    @Test
    @DisplayName("compresses for those who take it, and for nobody else")
    void compresses() throws IOException {
        Answer compressed = client.send(client.to(CONFIGURATION).header("Accept-Encoding", "gzip"));
        Answer plain = client.get(CONFIGURATION);

        assertThat(compressed.response().headers().firstValue("Content-Encoding"))
                .contains("gzip");
        try (InputStream in = new GZIPInputStream(
                new ByteArrayInputStream(compressed.response().body()))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(plain.text());
        }
        assertThat(plain.response().headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    @DisplayName("answers in HTTP/1.1 to a client that would rather speak HTTP/2")
    void ignoresUpgrade() throws IOException, InterruptedException {
        HttpClient upgrading =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

        HttpResponse<String> response = upgrading.send(
                client.to("/graphql")
                        .POST(BodyPublishers.ofString("{\"query\": \"{ sdkConfiguration { sentryDsn } }\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.body()).isEqualTo("{\"data\":{\"sdkConfiguration\":{\"sentryDsn\":null}}}");
    }

    @Test
    @DisplayName("answers 200 clients at once")
    void answersMany() {
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.query("{ sdkConfiguration { sentryDsn } }")
                                    .status(),
                            pool))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
            assertThat(emulator.requestCount()).isEqualTo(200);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisplayName("listens on the loopback address alone")
    void isLocal() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();

        assertThat(emulator.uri()).hasHost("127.0.0.1").isEqualTo(emulator.edgeUri());
        assertThat(others)
                .allSatisfy(address -> assertThatThrownBy(
                                () -> new Socket(address, emulator.uri().getPort()).close())
                        .isInstanceOf(IOException.class));
    }

    @Test
    @DisplayName("reads the address form that proxies send")
    void readsAbsoluteForm() throws IOException {
        String request = "GET " + emulator.uri() + "/health HTTP/1.1\r\nHost: "
                + emulator.uri().getAuthority() + "\r\nConnection: close\r\n\r\n";

        assertThat(exchange(request)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    @DisplayName("survives what is no HTTP")
    void survivesGarbage() throws IOException {
        exchange("\u0000\u0001 garbage\r\n\r\n");
        exchange("GET /v1/c/%zz/entitlements-state.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(client.get("/health").status()).isEqualTo(200);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), emulator.uri().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Nested
    @DisplayName("remembers requests")
    class Remembers {
        @Test
        @DisplayName("with method, path, operation and headers")
        void inDetail() {
            client.get("/v1/c/a%2Fb/entitlements-state.json?resourceId=r");
            client.post(
                    "/graphql",
                    "{\"query\": \"query Named { sdkConfiguration { sentryDsn } }\", \"operationName\": \"Named\"}");
            client.send(client.to("/graphql")
                    .header("x-graphql-operation-name", "ByHeader")
                    .POST(BodyPublishers.ofString("{")));

            assertThat(emulator.requests())
                    .extracting(ReceivedRequest::toString)
                    .containsExactly(
                            "GET /v1/c/a%2Fb/entitlements-state.json?resourceId=r",
                            "POST /graphql Named", "POST /graphql ByHeader");
            assertThat(emulator.requests().get(0).header("x-api-KEY")).contains("secret-key");
            assertThat(emulator.requests().get(0).header("x-none")).isEmpty();
            assertThat(emulator.requests().get(1).operation()).contains("Named");
        }

        @Test
        @DisplayName("and never prints the key")
        void withoutKey() {
            client.get("/health");

            assertThat(emulator.requests().toString()).doesNotContain("secret-key");
            assertThat(emulator.toString()).doesNotContain("secret-key");
            assertThat(StiggEmulator.serving(backend).apiKey("secret-key").toString())
                    .doesNotContain("secret-key");
        }

        @Test
        @DisplayName("until it is told to forget them")
        void untilCleared() {
            client.get("/health");

            emulator.clearRequests();

            assertThat(emulator.requestCount()).isZero();
            assertThat(emulator.requests()).isEmpty();
        }
    }

    @Nested
    @DisplayName("when it is closed")
    class Closed {
        @Test
        @DisplayName("leaves no thread and no socket, and may be closed again")
        void leavesNothing() {
            client.get("/health");
            assertThat(threads()).isNotEmpty();

            emulator.close();
            emulator.close();

            soon().untilAsserted(() -> assertThat(threads()).isEmpty());
            assertThatThrownBy(() -> client.get("/health")).isInstanceOf(UncheckedIOException.class);
        }

        @Test
        @DisplayName("is quick, though a client keeps its connection and another waits for an answer")
        void isQuick() throws IOException {
            try (Socket idle =
                    new Socket(InetAddress.getLoopbackAddress(), emulator.uri().getPort())) {
                client.get("/health");
                backend.hang();
                // Not by GET, which the client sends again on its own; a server that ends answers that with 503.
                CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                        () -> client.query("{ sdkConfiguration { isWidgetWatermarkEnabled } }"));
                soon().until(() -> emulator.requestCount() == 2 && backend.requestCount() == 1);
                long start = System.nanoTime();

                emulator.close();

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
                assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(IOException.class);
                idle.setSoTimeout(5_000);
                assertThat(idle.getInputStream().read()).isEqualTo(-1);
            }
        }

        @Test
        @DisplayName("another one can have its port at once")
        void freesPort() {
            client.get("/health");
            int port = emulator.uri().getPort();
            emulator.close();

            try (StiggEmulator next = StiggEmulator.serving(backend).port(port).start()) {
                assertThat(new RawClient(next.uri(), "any").get("/health").status())
                        .isEqualTo(200);
            }
        }

        @Test
        @DisplayName("leaves its backend alone")
        void leavesBackend() {
            emulator.close();

            try (StiggEmulator next = StiggEmulator.serving(backend).start()) {
                assertThat(new RawClient(next.uri(), "any").get(CONFIGURATION).status())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    @DisplayName("when it is configured")
    class Configured {
        @Test
        @DisplayName("says which port is taken, and leaves no thread")
        void portTaken() {
            int port = emulator.uri().getPort();
            List<String> before = threads();

            assertThatThrownBy(() -> StiggEmulator.serving(backend).port(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port + ": ");
            soon().untilAsserted(() -> assertThat(threads()).hasSameSizeAs(before));
        }

        @Test
        @DisplayName("refuses what is no port and no key")
        void wrongOptions() {
            assertThatThrownBy(() -> StiggEmulator.serving(backend).port(65_536))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("port must be from 0 to 65535, not 65536");
            assertThatThrownBy(() -> StiggEmulator.serving(backend).apiKey(" "))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("apiKey must not be blank");
        }

        @Test
        @DisplayName("accepts every key when it has none")
        void withoutKey() {
            try (StiggEmulator open = StiggEmulator.serving(backend).start()) {
                assertThat(new RawClient(open.uri(), "whatever")
                                .get(CONFIGURATION)
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
