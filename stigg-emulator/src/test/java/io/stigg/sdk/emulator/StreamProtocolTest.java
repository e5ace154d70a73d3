package io.stigg.sdk.emulator;

import static io.stigg.sdk.emulator.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The emulator's WebSocket")
@Timeout(30)
class StreamProtocolTest {
    private static final String USAGE = "subscription { usageUpdatedV2 { customerId usage { currentUsage } } }";
    private static final CustomerScope CUSTOMER = new CustomerScope("cust-1", Optional.empty());

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();

    @AfterEach
    void close() {
        emulator.close();
    }

    private RawSocket connect() {
        return RawSocket.connect(emulator.uri());
    }

    private RawSocket open() {
        return RawSocket.open(emulator.uri(), "key");
    }

    private void provision() {
        backend.connect()
                .send(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")))
                .toCompletableFuture()
                .join();
    }

    private Optional<AccessDeniedReason> denial(String customerId) {
        CustomerScope scope = new CustomerScope(customerId, Optional.empty());
        return backend.entitlement(new FeatureQuery(scope, "feature-seats", Optional.empty(), 0, List.of()))
                .accessDeniedReason();
    }

    private void use(double usage) {
        backend.setUsage(CUSTOMER, "feature-seats", usage);
    }

    @Nested
    @DisplayName("at the beginning")
    class Beginning {
        @Test
        @DisplayName("chooses the protocol and acknowledges")
        void acknowledges() {
            try (RawSocket socket = connect().init("key")) {
                assertThat(socket.protocol()).isEqualTo("graphql-transport-ws");
                assertThat(socket.next()).isEqualTo("{\"type\":\"connection_ack\"}");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"headers\":{\"x-api-key\":\"key\"}}",
                    "{\"X-Api-Key\":\"key\"}",
                    "{\"headers\":{\"source\":\"x\"},\"x-api-key\":\"key\"}"
                })
        @DisplayName("takes the key in any case, among the headers or beside them")
        void takesKey(String payload) {
            try (RawSocket socket = connect()) {
                socket.send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");

                socket.expectAck();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"type\":\"connection_init\"}",
                    "{\"type\":\"connection_init\",\"payload\":null}",
                    "{\"type\":\"connection_init\",\"payload\":{\"headers\":{}}}",
                    "{\"type\":\"connection_init\",\"payload\":{\"headers\":[]}}",
                    "{\"type\":\"connection_init\",\"payload\":{\"headers\":{\"X-API-KEY\":\"other\"}}}"
                })
        @DisplayName("closes with 4401 and the reason that clients give up at, without the right key")
        void refusesKey(String init) {
            try (RawSocket socket = connect().send(init)) {
                assertThat(socket.end()).isEqualTo("4401 Invalid API key");
            }
        }

        @Test
        @DisplayName("takes any key or none, if it has none")
        void withoutKey() {
            try (StiggEmulator open = StiggEmulator.serving(backend).start();
                    RawSocket socket = RawSocket.connect(open.uri()).send("{\"type\":\"connection_init\"}")) {
                socket.expectAck();
            }
        }

        @Test
        @DisplayName("closes with 4406 without the protocol")
        void wrongProtocol() {
            try (RawSocket none = RawSocket.connectBy(emulator.uri());
                    RawSocket other = RawSocket.connectBy(emulator.uri(), "graphql-ws")) {
                assertThat(none.end()).isEqualTo("4406 Subprotocol not acceptable");
                assertThat(other.end()).isEqualTo("4406 Subprotocol not acceptable");
                assertThat(other.protocol()).isEmpty();
            }
        }

        @Test
        @DisplayName("closes with 4408 when the client does not begin in time, and leaves those who did")
        void late() {
            EmulatorOptions options = StiggEmulator.serving(backend);
            assertThat(options.timeToInitialise()).isEqualTo(Duration.ofSeconds(3));
            try (StiggEmulator impatient =
                            options.timeToInitialise(Duration.ofMillis(400)).start();
                    RawSocket early = RawSocket.open(impatient.uri(), "any");
                    RawSocket late = RawSocket.connect(impatient.uri())) {
                late.send("{\"type\":\"ping\"}");

                assertThat(late.end()).isEqualTo("4408 Connection initialisation timeout");
                early.sync();
            }
        }

        @Test
        @DisplayName("closes with 4429 at a second beginning")
        void twice() {
            try (RawSocket socket = open().init("key")) {
                assertThat(socket.end()).isEqualTo("4429 Too many initialisation requests");
            }
        }

        @Test
        @DisplayName("closes with 4401 at a subscription without a beginning")
        void unauthorized() {
            try (RawSocket socket = connect().subscribe("1", USAGE)) {
                assertThat(socket.end()).isEqualTo("4401 Unauthorized");
            }
        }

        @Test
        @DisplayName("closes with 4401 at a subscription that does not wait for the acknowledgement")
        void tooEarly() {
            backend.hang();
            try (RawSocket socket = connect().init("key").subscribe("1", USAGE)) {
                assertThat(socket.end()).isEqualTo("4401 Unauthorized");
            }
        }

        @Test
        @DisplayName("refuses web pages of others, and not its own")
        void refusesPages() {
            String own = emulator.uri().toString();
            Map<String, String> foreign = Map.of("Origin", "http://evil.example");

            assertThatThrownBy(() -> RawSocket.connect(emulator.uri(), foreign))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
            try (RawSocket socket = RawSocket.connect(emulator.uri(), Map.of("Origin", own))) {
                socket.init("key").expectAck();
            }
            assertThat(emulator.streams().opened()).isEqualTo(1);
        }

        @Test
        @DisplayName("is at its own path alone")
        void otherPath() {
            assertThatThrownBy(() -> RawSocket.connect(emulator.uri().resolve("/x")))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(404));
        }
    }

    @Nested
    @DisplayName("in a conversation")
    class Talking {
        @Test
        @DisplayName("answers a ping with its payload, also before the beginning")
        void pong() {
            try (RawSocket socket = connect()) {
                assertThat(socket.send("{\"type\":\"ping\"}").next()).isEqualTo("{\"type\":\"pong\"}");
                assertThat(socket.send("{\"type\":\"ping\",\"payload\":{\"a\":[1,null]}}")
                                .next())
                        .isEqualTo("{\"type\":\"pong\",\"payload\":{\"a\":[1,null]}}");
            }
        }

        @Test
        @DisplayName("ignores a pong")
        void ignoresPong() {
            try (RawSocket socket = open()) {
                socket.send("{\"type\":\"pong\",\"payload\":{}}").sync();

                assertThat(socket.hasNothingMore()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "no JSON",
                    "[]",
                    "{}",
                    "{\"type\":\"dance\"}",
                    "{\"type\":\"connection_ack\"}",
                    "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
                    "{\"type\":\"ping\",\"payload\":1}",
                    "{\"type\":\"complete\"}",
                    "{\"type\":\"complete\",\"id\":\"\"}",
                    "{\"type\":\"subscribe\",\"id\":\"1\"}",
                    "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                    "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ a }\"}}",
                    "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{ a }\"}}"
                })
        @DisplayName("closes with 4400 at what is no message")
        void invalid(String message) {
            try (RawSocket socket = open().send(message)) {
                assertThat(socket.end()).isEqualTo("4400 Invalid message received");
            }
        }

        @Test
        @DisplayName("closes with 4400 at what is no text")
        void binary() {
            try (RawSocket socket = open()) {
                socket.sendBinary("{\"type\":\"ping\"}");

                assertThat(socket.end()).isEqualTo("4400 Invalid message received");
            }
        }

        @Test
        @DisplayName("closes with 1009 at a message of more than 1 MB")
        void tooLarge() {
            try (RawSocket socket = open().send(" ".repeat(1024 * 1024 + 1))) {
                assertThat(socket.end()).startsWith("1009 ");
            }
        }

        @Test
        @DisplayName("answers a query, and ends it")
        void query() {
            try (RawSocket socket = open().subscribe("q", "{ sdkConfiguration { isWidgetWatermarkEnabled } }")) {
                assertThat(socket.next())
                        .isEqualTo("{\"id\":\"q\",\"type\":\"next\",\"payload\":"
                                + "{\"data\":{\"sdkConfiguration\":{\"isWidgetWatermarkEnabled\":false}}}}");
                assertThat(socket.next()).isEqualTo("{\"id\":\"q\",\"type\":\"complete\"}");
            }
        }

        @Test
        @DisplayName("executes a mutation, and tells by the same socket what follows from it")
        void mutation() {
            try (RawSocket socket = open()) {
                socket.subscribe("s", "subscription { entitlementsUpdatedV2 { customerId } }");

                socket.subscribe(
                        "m",
                        "mutation { provisionCustomer(input: {customerId: \"cust-1\", subscriptionParams: {planId: \"plan-free\"}}) { customer { customerId } } }");

                assertThat(List.of(socket.next(), socket.next(), socket.next()))
                        .contains(
                                "{\"id\":\"m\",\"type\":\"next\",\"payload\":{\"data\":{\"provisionCustomer\":{\"customer\":{\"customerId\":\"cust-1\"}}}}}",
                                "{\"id\":\"m\",\"type\":\"complete\"}",
                                "{\"id\":\"s\",\"type\":\"next\",\"payload\":{\"data\":{\"entitlementsUpdatedV2\":{\"customerId\":\"cust-1\"}}}}");
            }
        }

        @Test
        @DisplayName("tells the refusal of a mutation as its result")
        void refusedMutation() {
            try (RawSocket socket = open()) {
                socket.subscribe(
                        "m",
                        "mutation { reportUsage(input: {customerId: \"nobody\", featureId: \"feature-seats\", value: 1}) { id } }");

                assertThat(socket.next())
                        .startsWith("{\"id\":\"m\",\"type\":\"next\",\"payload\":{\"errors\":[{")
                        .contains("\"code\":\"CustomerNotFound\"");
                assertThat(socket.next()).isEqualTo("{\"id\":\"m\",\"type\":\"complete\"}");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "subscription { usageUpdatedV2 { nope } }",
                    "subscription { nope { customerId } }",
                    "subscription { packagePublished { packageRefId } usageUpdatedV2 { customerId } }",
                    "subscription {",
                    "{ nope }"
                })
        @DisplayName("answers a document that the schema refuses with its errors, and goes on")
        void wrongDocument(String document) {
            try (RawSocket socket = open().subscribe("w", document)) {
                assertThat(socket.next())
                        .startsWith("{\"id\":\"w\",\"type\":\"error\",\"payload\":[{\"message\":")
                        .contains("\"code\":\"BadUserInput\"");
                socket.subscribe("w", USAGE).sync();
                assertThat(socket.hasNothingMore()).isTrue();
            }
        }

        @Test
        @DisplayName("does nothing more after what is no message")
        void nothingAfterInvalid() {
            try (RawSocket socket = open()) {
                socket.send("no JSON")
                        .subscribe(
                                "m",
                                "mutation { provisionCustomer(input: {customerId: \"cust-1\"}) { entitlements { isGranted } } }");

                assertThat(socket.end()).isEqualTo("4400 Invalid message received");
                assertThat(denial("cust-1")).contains(AccessDeniedReason.CUSTOMER_NOT_FOUND);
            }
        }

        @Test
        @DisplayName("does not answer what the client no longer wants to know")
        void completedQuery() {
            try (RawSocket socket = open()) {
                backend.hang();
                socket.subscribe("q", "{ sdkConfiguration { isWidgetWatermarkEnabled } }")
                        .complete("q")
                        .sync();

                backend.comeBack();

                socket.subscribe("r", "{ sdkConfiguration { isWidgetWatermarkEnabled } }");
                assertThat(socket.next()).startsWith("{\"id\":\"r\",");
            }
        }

        @Test
        @DisplayName("closes with 4409 at an id that is in use")
        void secondUse() {
            try (RawSocket socket = open().subscribe("1", USAGE).subscribe("1", USAGE)) {
                assertThat(socket.end()).isEqualTo("4409 Subscriber for 1 already exists");
            }
        }

        @Test
        @DisplayName("tells nothing of a subscription that the client has ended, whose id is free again")
        void complete() {
            provision();
            try (RawSocket socket = open().subscribe("1", USAGE).subscribe("2", USAGE)) {
                socket.complete("1").complete("unknown").sync();
                use(1);
                socket.nextOf("2", "usageUpdatedV2");
                socket.subscribe("1", USAGE).complete("2").sync();

                use(2);

                assertThat(socket.nextOf("1", "usageUpdatedV2"))
                        .isEqualTo(Map.of("customerId", "cust-1", "usage", Map.of("currentUsage", 2L)));
                assertThat(socket.sync().hasNothingMore()).isTrue();
            }
        }

        @Test
        @DisplayName("tells every subscription of every socket, in the order in which they were made")
        void everyone() {
            provision();
            try (RawSocket one =
                            open().subscribe("a", USAGE).subscribe("b", USAGE).sync();
                    RawSocket other = open().subscribe("c", USAGE).sync()) {
                use(2);

                one.nextOf("a", "usageUpdatedV2");
                one.nextOf("b", "usageUpdatedV2");
                other.nextOf("c", "usageUpdatedV2");
            }
        }
    }

    @Nested
    @DisplayName("when the backend")
    class Backend {
        @Test
        @DisplayName("refuses the key, closes what is open and what comes with 4401")
        void refusesKey() {
            try (RawSocket before = open()) {
                backend.refuseKey();

                try (RawSocket after = connect().init("key")) {
                    assertThat(before.end()).isEqualTo("4401 Invalid API key");
                    assertThat(after.end()).isEqualTo("4401 Invalid API key");
                }
            }
        }

        @Test
        @DisplayName("goes down, cuts what is open and what comes")
        void goesDown() {
            try (RawSocket before = open()) {
                backend.goDown();

                try (RawSocket after = connect().init("key")) {
                    assertThat(before.end()).isEqualTo(RawSocket.CUT);
                    assertThat(after.end()).isEqualTo(RawSocket.CUT);
                }
            }
        }

        @Test
        @DisplayName("hangs, acknowledges nothing until it comes back")
        void hangs() {
            backend.hang();
            try (RawSocket socket = connect().init("key").sync()) {
                assertThat(socket.hasNothingMore()).isTrue();

                backend.comeBack();

                socket.expectAck();
            }
        }

        @Test
        @DisplayName("drops its streams, cuts what is open and takes what comes")
        void drops() {
            try (RawSocket before = open()) {
                backend.dropStreams();

                assertThat(before.end()).isEqualTo(RawSocket.CUT);
                open().close();
            }
        }
    }

    @Nested
    @DisplayName("at the end")
    class End {
        @Test
        @DisplayName("answers the client's close, and keeps nothing")
        void clientCloses() {
            try (RawSocket socket = open()) {
                assertThat(backend.streamCount()).isEqualTo(1);
                assertThat(emulator.streams().open()).isEqualTo(1);

                socket.sendClose(1000, "done");

                assertThat(socket.end()).startsWith("1000 ");
                expectNobody();
            }
        }

        @Test
        @DisplayName("does first what the client asked for before it closed")
        void clientClosesSoon() {
            try (RawSocket socket = open()) {
                for (int i = 1; i <= 50; i++) {
                    socket.subscribe(
                            "m" + i,
                            "mutation { provisionCustomer(input: {customerId: \"cust-" + i
                                    + "\"}) { entitlements { isGranted } } }");
                }

                socket.sendClose(1000, "done");

                assertThat(socket.end()).startsWith("1000 ");
                assertThat(denial("cust-50")).contains(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION);
            }
        }

        @Test
        @DisplayName("answers the client's close with a close frame, whatever waits to be sent")
        void clientClosesBehindMuch() {
            try (RawSocket socket = RawSocket.connectToRead(emulator.uri(), 1)) {
                socket.init("key").expectAck();
                for (int i = 0; i < 200; i++) {
                    emulator.streams().sendText("x".repeat(100_000));
                }

                socket.sendClose(1000, "done");
                soon().until(() -> backend.streamCount() == 0);
                socket.readAll();

                assertThat(socket.end()).startsWith("1000 ");
                expectNobody();
            }
        }

        @Test
        @DisplayName("keeps nothing of a client that is gone")
        void clientVanishes() {
            RawSocket socket = open().subscribe("1", USAGE).sync();

            socket.close();

            expectNobody();
            assertThat(emulator.streams().opened()).isEqualTo(1);
        }

        @Test
        @DisplayName("keeps nothing of a client that never began")
        void clientNeverBegan() {
            connect().close();

            expectNobody();
        }

        @Test
        @DisplayName("says 1001 to everyone, and leaves no thread")
        void emulatorCloses() {
            try (RawSocket one = open().subscribe("1", USAGE).sync();
                    RawSocket other = connect()) {
                soon().until(() -> emulator.streams().open() == 2);

                emulator.close();

                assertThat(one.end()).isEqualTo("1001 The emulator is closing");
                assertThat(other.end()).isEqualTo("1001 The emulator is closing");
                assertThat(backend.streamCount()).isZero();
                soon().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("stigg-emulator")));
            }
        }

        @Test
        @DisplayName("says 1001 also to those who wait for an answer")
        void emulatorClosesUnderWay() {
            try (RawSocket socket = open()) {
                backend.hang();
                socket.subscribe(
                                "q",
                                "mutation { provisionCustomer(input: {customerId: \"cust-1\"}) { customer { customerId } } }")
                        .sync();

                emulator.close();

                assertThat(socket.end()).isEqualTo("1001 The emulator is closing");
            }
        }

        @Test
        @DisplayName("leaves nothing with the backend, however much has yet to be told")
        void emulatorClosesInBurst() {
            provision();
            List<RawSocket> sockets =
                    IntStream.range(0, 8).mapToObj(i -> open()).toList();
            sockets.forEach(socket -> socket.subscribe("1", USAGE)
                    .subscribe("2", USAGE)
                    .subscribe("3", USAGE)
                    .sync());
            for (int i = 0; i < 20_000; i++) {
                use(i);
            }

            emulator.close();

            assertThat(backend.streamCount()).isZero();
            sockets.forEach(RawSocket::close);
        }

        @Test
        @DisplayName("another emulator has the port at once, and the sockets of the first can come to it")
        void restart() {
            int port = emulator.uri().getPort();
            try (RawSocket before = open().subscribe("1", USAGE).sync()) {
                emulator.close();

                try (StiggEmulator next =
                                StiggEmulator.serving(backend).port(port).start();
                        RawSocket after = RawSocket.open(next.uri(), "any")) {
                    assertThat(before.end()).isEqualTo("1001 The emulator is closing");
                    after.subscribe("1", USAGE).sync();
                    assertThat(backend.streamCount()).isEqualTo(1);
                }
            }
        }

        @Test
        @DisplayName("200 sockets that come and go leave nothing behind")
        void manySockets() {
            for (int i = 0; i < 200; i++) {
                open().subscribe("1", USAGE).close();
            }

            expectNobody();
            assertThat(emulator.streams().opened()).isEqualTo(200);
        }

        private void expectNobody() {
            soon().untilAsserted(() -> {
                assertThat(emulator.streams().open()).isZero();
                assertThat(backend.streamCount()).isZero();
            });
        }
    }
}
