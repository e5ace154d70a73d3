package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.http.ScriptedStream.Peer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stream of updates")
class StreamProtocolTest extends StreamTest {
    private static final String PACKAGE =
            "{\"packagePublished\":{\"packageRefId\":\"plan-pro\",\"packageType\":\"Plan\","
                    + "\"packageVersion\":3,\"migrationType\":\"ALL_CUSTOMERS\"}}";

    @Nested
    @DisplayName("that begins")
    class Beginning {
        @Test
        @DisplayName("asks for the sub-protocol below the base, without the key in its handshake")
        void asksForTheSubprotocol() {
            open(options().baseUri(server.uri().resolve("/base")));

            String head = server.next().head();

            assertThat(head)
                    .startsWith("GET /base/graphql HTTP/1.1")
                    .containsIgnoringCase("sec-websocket-protocol: graphql-transport-ws")
                    .doesNotContain(KEY);
        }

        @Test
        @DisplayName("goes where it is told to")
        void goesWhereItIsTold() {
            open(HttpTransport.withApiKey(KEY)
                    .baseWsUri(java.net.URI.create(server.uri().toString().replace("http", "ws") + "/live/")));

            assertThat(server.next().head()).startsWith("GET /live/graphql HTTP/1.1");
        }

        @Test
        @DisplayName("says in its first message what requests say in their headers, numbers as numbers")
        void saysWhoItIs() {
            open();

            JsonObject headers = server.next()
                    .expect("connection_init")
                    .getAsJsonObject("payload")
                    .getAsJsonObject("headers");

            assertThat(headers.keySet())
                    .containsExactlyInAnyOrder(
                            "X-API-KEY",
                            "source",
                            "X-SDK-INSTANCE-ID",
                            "X-SDK-OS-PROCESS-HOSTNAME",
                            "X-SDK-OS-PROCESS-ID",
                            "X-SDK-OS-PROCESS-TIMESTAMP",
                            "X-SDK-OS-PROCESS-FINGERPRINT");
            assertThat(headers.get("X-API-KEY").getAsString()).isEqualTo(KEY);
            assertThat(headers.getAsJsonPrimitive("X-SDK-OS-PROCESS-ID").isNumber())
                    .isTrue();
            assertThat(headers.getAsJsonPrimitive("X-SDK-OS-PROCESS-TIMESTAMP").isNumber())
                    .isTrue();
        }

        @Test
        @DisplayName("subscribes with documents and without variables, each under an id of its own")
        void subscribes() {
            open();
            Peer peer = server.next();
            peer.expect("connection_init");
            peer.send("{\"type\":\"connection_ack\",\"payload\":{}}");

            JsonObject message = peer.expect("subscribe");

            assertThat(message.get("id").getAsString()).matches("[0-9a-f-]{36}");
            JsonObject payload = message.getAsJsonObject("payload");
            assertThat(payload.keySet()).containsExactly("variables", "extensions", "operationName", "query");
            assertThat(payload.getAsJsonObject("variables").size()).isZero();
            assertThat(payload.get("query").getAsString())
                    .contains("subscription OnEntitlementsUpdatedV2 {", "fragment EntitlementFields on");
        }

        @Test
        @DisplayName("is open when a ping that followed the subscriptions is answered, and not before")
        void isOpenAfterThePong() {
            open();
            Peer peer = server.next().acknowledge();
            peer.expect("ping");
            assertThat(heard.calls).isEmpty();

            peer.send("{\"type\":\"pong\"}");

            awaitCalls(1);
            assertThat(heard.calls).containsExactly("open");
        }

        @Test
        @DisplayName("leaves out what is told before it is open: all of it is asked for then")
        void leavesOutWhatCameEarly() {
            open();
            Peer peer = server.next().acknowledge();

            peer.tell(peer.usage, usageOf("early", 1)).answerPing().tell(peer.usage, usageOf("acme", 1));

            awaitCalls(2);
            assertThat(heard.calls).containsExactly("open", "update");
            assertThat(((UsageReading) heard.updates.get(0)).scope()).isEqualTo(CustomerScope.of("acme"));
        }

        @Test
        @DisplayName("ends when it is not accepted within ten seconds")
        void endsWithoutAck() {
            open();
            server.next().expect("connection_init");

            clock.advance(Duration.ofSeconds(10));

            assertThat(cause())
                    .isInstanceOf(StiggTransportException.class)
                    .hasMessageContaining("connection_ack")
                    .extracting(cause -> ((StiggTransportException) cause).isTimeout())
                    .isEqualTo(true);
            assertThat(clock.waits()).isEmpty();
        }

        @Test
        @DisplayName("ends when its first ping is not answered within ten seconds, whatever else is said")
        void endsWithoutPong() {
            open();
            Peer peer = server.next().acknowledge();
            peer.expect("ping");

            clock.advance(Duration.ofSeconds(10));

            assertThat(cause()).isInstanceOf(StiggTransportException.class).hasMessageContaining("pong");
            assertThat(heard.calls).containsExactly("end");
        }

        @Test
        @DisplayName("ends when the handshake takes five seconds")
        void endsWithoutHandshake() {
            server.answeringHandshakes(head -> "");
            open();
            server.next();

            clock.advance(Duration.ofSeconds(5));

            assertThat(cause()).isInstanceOf(StiggTransportException.class).hasMessageContaining("in time");
            assertThat(clock.waits()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}", "{\"type\":\"welcome\"}", "hello", "[]"})
        @DisplayName("ends when anything but signs of life comes before it is accepted")
        void endsWhenSomethingElseIsSaid(String message) throws Exception {
            open();
            Peer peer = server.next();
            peer.expect("connection_init");

            peer.send("{\"type\":\"ping\"}").send("{\"type\":\"pong\"}").expect("pong");
            peer.send(message);

            assertThat(cause()).isInstanceOf(StiggProtocolException.class);
            assertThat(peer.closeCode()).isEqualTo(4004);
            assertThat(peer.waitUntilGone()).isTrue();
        }

        @Test
        @DisplayName("ends when the server does not speak the sub-protocol, and says nothing to it")
        void endsWithoutSubprotocol() throws Exception {
            server.answeringHandshakes(ScriptedStream::acceptingWithoutProtocol);
            open();

            assertThat(cause()).isInstanceOf(StiggProtocolException.class).hasMessageContaining("graphql-transport-ws");
            assertThat(server.next().waitUntilGone()).isTrue();
        }

        @Test
        @DisplayName("uses a lent client")
        void usesALentClient() {
            open(options().httpClient(HttpClient.newHttpClient()));

            server.nextOpen();

            awaitCalls(1);
            assertThat(heard.threads).allMatch(thread -> thread.startsWith("stigg-http-"));
        }
    }

    @Nested
    @DisplayName("that is open")
    class Open {
        @Test
        @DisplayName("tells ten thousand updates in order, one at a time, on the transport's threads")
        void tellsInOrder() {
            Peer peer = opened();

            IntStream.range(0, 10_000).forEach(i -> peer.tell(peer.usage, usageOf("acme", i)));

            awaitCalls(10_001);
            assertThat(heard.updates)
                    .extracting(update -> (int) ((UsageReading) update).usage().currentUsage())
                    .isEqualTo(IntStream.range(0, 10_000).boxed().toList());
            assertThat(heard.overlaps).hasValue(0);
            assertThat(heard.threads).allMatch(thread -> thread.startsWith("stigg-http-"));
        }

        @Test
        @DisplayName("answers a ping with its payload as it is")
        void answersPings() {
            Peer peer = opened();

            peer.send("{\"type\":\"ping\"}")
                    .send(
                            "{\"payload\":{\"n\":12345678901234567890.10,\"o\":null,\"t\":[null,\"\\u00e4<\"]},\"type\":\"ping\"}");

            assertThat(peer.expect("pong").has("payload")).isFalse();
            assertThat(peer.expect("pong").get("payload"))
                    .hasToString("{\"n\":12345678901234567890.10,\"o\":null,\"t\":[null,\"ä<\"]}");
        }

        @Test
        @DisplayName("joins what comes in parts, also within a letter")
        void joinsParts() {
            Peer peer = opened();
            String message = "{\"type\":\"next\",\"id\":\"" + peer.usage + "\",\"payload\":{\"data\":"
                    + usageOf("ac\uD83D\uDE00me", 1) + "}}";
            byte[] bytes = message.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            int split = message.indexOf("ac") + 4;

            peer.frame(0x01, java.util.Arrays.copyOfRange(bytes, 0, split))
                    .frame(0x89, new byte[] {1})
                    .frame(0x00, java.util.Arrays.copyOfRange(bytes, split, split + 1))
                    .frame(0x80, java.util.Arrays.copyOfRange(bytes, split + 1, bytes.length));

            awaitCalls(2);
            assertThat(((UsageReading) heard.updates.get(0)).scope()).isEqualTo(CustomerScope.of("ac\uD83D\uDE00me"));
        }

        @Test
        @DisplayName("takes a message of the largest size")
        void takesLargeMessages() {
            open(options().maxResponseBytes(300_000));
            Peer peer = server.nextOpen();
            String head = "{\"type\":\"gossip\",\"payload\":\"";

            peer.send(head + "x".repeat(300_000 - head.length() - 2) + "\"}").tell(peer.usage, usageOf("acme", 1));

            awaitCalls(2);
            assertThat(heard.calls).containsExactly("open", "update");
        }

        @Test
        @DisplayName("ends where a message passes the bound, without waiting for its end")
        void endsAtTheBound() throws Exception {
            open(options().maxResponseBytes(100_000));
            Peer peer = server.nextOpen();

            byte[] part = "x".repeat(60_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            peer.frame(0x01, part).frame(0x00, part);

            assertThat(cause()).isInstanceOf(StiggProtocolException.class).hasMessageContaining("100000 bytes");
            assertThat(peer.waitUntilGone()).isTrue();
        }

        @Test
        @DisplayName("ends where a message is larger in bytes than in letters")
        void countsBytes() {
            open(options().maxResponseBytes(100_000));
            Peer peer = server.nextOpen();

            peer.send("{\"type\":\"" + "\u20ac".repeat(40_000) + "\"}");

            assertThat(cause()).isInstanceOf(StiggProtocolException.class).hasMessageContaining("100000 bytes");
        }

        @Test
        @DisplayName("passes over types and ids that it does not know")
        void passesOverTheUnknown() {
            Peer peer = opened();

            peer.send("{\"type\":\"gossip\",\"payload\":1}")
                    .send("{\"type\":\"connection_ack\"}")
                    .send("{\"type\":\"pong\",\"payload\":{\"a\":1}}")
                    .tell("nobody", usageOf("acme", 1))
                    .refuse("nobody", UNKNOWN_ROOT)
                    .send("{\"type\":\"complete\",\"id\":\"nobody\"}")
                    .tell(peer.packages, PACKAGE);

            awaitCalls(2);
            assertThat(heard.calls).containsExactly("open", "update");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "garbage",
                    "",
                    "{\"type\":\"next\"",
                    "null",
                    "[1]",
                    "{\"typ\":\"next\"}",
                    "{\"type\":7}",
                    "{\"type\":\"next\",\"payload\":{}}",
                    "{\"type\":\"next\",\"type\":\"pong\"}"
                })
        @DisplayName("ends with what it cannot understand, since it cannot know what it missed")
        void endsWithGarbage(String message) throws Exception {
            Peer peer = opened();

            peer.send(message);

            assertThat(cause()).isInstanceOf(StiggProtocolException.class);
            assertThat(peer.waitUntilGone()).isTrue();
            assertThat(clock.waits()).isEmpty();
        }

        @Test
        @DisplayName("ends with binary data")
        void endsWithBytes() {
            Peer peer = opened();

            peer.frame(0x82, new byte[] {1, 2, 3});

            assertThat(cause()).isInstanceOf(StiggProtocolException.class);
        }

        @Test
        @DisplayName("ends when a subscription does")
        void endsWithASubscription() {
            Peer peer = opened();

            peer.send("{\"type\":\"complete\",\"id\":\"" + peer.packages + "\"}");

            assertThat(cause()).isInstanceOf(StiggTransportException.class).hasMessageContaining("OnPackagePublished");
        }

        @Test
        @DisplayName("asks for the customer of news that it cannot read, says so once, and goes on")
        void invalidatesWhatItCannotRead() {
            Peer peer = opened();

            try (CapturedLog log = CapturedLog.start()) {
                peer.tell(peer.usage, "{\"usageUpdatedV2\":{\"customerId\":\"a\",\"resourceId\":\"r\",\"usage\":7}}")
                        .tell(peer.entitlements, entitlementsOf("b", "\"entitlements\":{}"))
                        .tell(peer.entitlements, entitlementsOf("b", "\"entitlements\":{}"))
                        .send(failureOf(peer.usage, "of c", usageOf("c", 1)))
                        .send(failureOf(peer.usage, "of d", usageOf("d", 1)))
                        .tell(peer.usage, usageOf("d", 1));

                awaitCalls(7);
                assertThat(heard.updates.subList(0, 5))
                        .containsExactly(
                                new EntitlementsInvalidated(
                                        CustomerScope.of("a").resource("r")),
                                new EntitlementsInvalidated(CustomerScope.of("b")),
                                new EntitlementsInvalidated(CustomerScope.of("b")),
                                new EntitlementsInvalidated(CustomerScope.of("c")),
                                new EntitlementsInvalidated(CustomerScope.of("d")));
                assertThat(heard.updates.get(5)).isInstanceOf(UsageReading.class);
                assertThat(log.warnings()).hasSize(3);
            }
        }

        private static String failureOf(String id, String message, String data) {
            return "{\"type\":\"next\",\"id\":\"" + id + "\",\"payload\":{\"errors\":[{\"message\":\"" + message
                    + "\",\"extensions\":{\"code\":\"OOPS\",\"traceId\":\"" + message + "\"}}],\"data\":" + data + "}}";
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"errors\":[{\"message\":\"oops\"}],\"data\":null}",
                    "{\"data\":{\"usageUpdatedV2\":null}}",
                    "{\"data\":{\"usageUpdatedV2\":{\"customerId\":\" \"}}}",
                    "{\"data\":{\"usageUpdatedV2\":{\"customerId\":\"a\",\"resourceId\":7}}}",
                    "{\"data\":{}}",
                    "{}",
                    "null",
                    "7"
                })
        @DisplayName("ends with news of nobody knows whom")
        void endsWithNewsOfNobody(String payload) {
            Peer peer = opened();

            peer.send("{\"type\":\"next\",\"id\":\"" + peer.usage + "\",\"payload\":" + payload + "}");

            assertThat(cause()).isInstanceOf(StiggProtocolException.class).hasMessageContaining("OnUsageUpdatedV2");
        }

        @Test
        @DisplayName("ends with the refusal when news are a refusal of the key")
        void endsWithRefusedKey() {
            Peer peer = opened();

            peer.send("{\"type\":\"next\",\"id\":\"" + peer.usage + "\",\"payload\":{\"errors\":[{\"message\":\"no\","
                    + "\"extensions\":{\"code\":\"Unauthenticated\"}}],\"data\":null}}");

            assertThat(cause())
                    .isInstanceOfSatisfying(
                            StiggApiException.class,
                            refusal -> assertThat(refusal.isAuthenticationFailure())
                                    .isTrue());
        }

        @Test
        @DisplayName("survives a listener that throws, and says so once")
        void survivesTheListener() {
            HeardUpdates throwing = new HeardUpdates() {
                @Override
                public void onUpdate(io.stigg.sdk.fact.Update update) {
                    super.onUpdate(update);
                    throw new IllegalStateException("the listener's fault");
                }
            };
            create(options()).updates().open(throwing);
            Peer peer = server.nextOpen();

            try (CapturedLog log = CapturedLog.start()) {
                peer.tell(peer.usage, usageOf("acme", 1)).tell(peer.usage, usageOf("acme", 2));

                patiently().until(() -> throwing.updates.size() == 2);
                assertThat(log.warnings()).hasSize(1);
            }
        }
    }

    @Nested
    @DisplayName("that cannot go on")
    class Defects {
        @Test
        @DisplayName("survives a listener that throws what Java would not let it")
        void survivesCheckedExceptions() {
            HeardUpdates throwing = new HeardUpdates() {
                @Override
                public void onUpdate(io.stigg.sdk.fact.Update update) {
                    super.onUpdate(update);
                    StreamProtocolTest.<RuntimeException>throwUnchecked(new java.io.IOException("on purpose"));
                }
            };
            create(options()).updates().open(throwing);
            Peer peer = server.nextOpen();

            try (CapturedLog log = CapturedLog.start()) {
                peer.tell(peer.usage, usageOf("acme", 1)).tell(peer.usage, usageOf("acme", 2));

                patiently().until(() -> throwing.updates.size() == 2);
                assertThat(log.warnings()).hasSize(1);
            }
        }

        @Test
        @DisplayName("ends when it fails itself, with the reason, rather than leave something out")
        void endsWithADefect() {
            Peer peer = opened();
            clock.breakWith(new OutOfMemoryError("on purpose"));

            peer.tell(peer.usage, usageOf("acme", 1));

            assertThat(cause())
                    .isInstanceOf(StiggProtocolException.class)
                    .hasMessageContaining("OutOfMemoryError")
                    .hasCauseInstanceOf(OutOfMemoryError.class);
        }
    }

    @SuppressWarnings("unchecked") // the point of it
    private static <X extends Throwable> void throwUnchecked(Throwable thrown) throws X {
        throw (X) thrown;
    }

    @Nested
    @DisplayName("that is watched")
    class Watched {
        @Test
        @DisplayName("asks for a sign of life every ten seconds, and takes any for one")
        void takesAnySignOfLife() {
            Peer peer = opened();

            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofSeconds(10));
                peer.expect("ping");
                peer.frame(0x8a, new byte[0]).tell(peer.usage, usageOf("acme", i));
                awaitCalls(2 + i);
            }

            assertThat(heard.calls).doesNotContain("end");
        }

        @Test
        @DisplayName("is lost when nothing comes for ten seconds after the question")
        void isLostInSilence() throws Exception {
            Peer peer = opened();
            clock.advance(Duration.ofSeconds(10));
            peer.expect("ping");
            assertThat(heard.calls).containsExactly("open");

            clock.advance(Duration.ofSeconds(10));

            assertThat(cause())
                    .isInstanceOf(StiggTransportException.class)
                    .hasMessageContaining("silent")
                    .extracting(cause -> ((StiggTransportException) cause).isTimeout())
                    .isEqualTo(true);
            assertThat(clock.waits()).isEmpty();
            assertThat(peer.waitUntilGone()).isTrue();
        }
    }
}
