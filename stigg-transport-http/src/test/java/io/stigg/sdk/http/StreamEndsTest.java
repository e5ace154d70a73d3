package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.ScriptedStream.Peer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stream of updates ends")
class StreamEndsTest extends StreamTest {
    private enum Kind {
        KEY_REFUSED,
        THROTTLED,
        SERVER_ERROR,
        LOST,
        NOT_UNDERSTOOD
    }

    private static Kind kindOf(StiggException cause) {
        if (cause instanceof StiggApiException refusal) {
            return refusal.isAuthenticationFailure()
                    ? Kind.KEY_REFUSED
                    : refusal.isThrottled() ? Kind.THROTTLED : Kind.SERVER_ERROR;
        }
        return cause instanceof StiggTransportException ? Kind.LOST : Kind.NOT_UNDERSTOOD;
    }

    private void assertEnded(Kind kind) {
        assertThat(kindOf(cause())).as("%s", cause()).isEqualTo(kind);
        assertThat(heard.calls).endsWith("end").containsOnlyOnce("end");
        assertThat(clock.waits()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "4400, Invalid API key, KEY_REFUSED",
        "1008, invalid api KEY, KEY_REFUSED",
        "4401, '', KEY_REFUSED",
        "4401, Unauthorized, KEY_REFUSED",
        "4403, Forbidden, KEY_REFUSED",
        "4429, '', THROTTLED",
        "4400, 'ThrottlerException: Too Many Requests', THROTTLED",
        "1000, '', LOST",
        "1001, going away, LOST",
        "1011, '', LOST",
        "4400, the API key is not invalid, LOST",
        "4408, Connection initialisation timeout, LOST",
        "4500, Internal server error, LOST"
    })
    @DisplayName("as the close code and its text say")
    void endsByCloseCode(int code, String reason, Kind kind) throws Exception {
        Peer peer = opened();

        peer.sendClose(code, reason);

        assertEnded(kind);
        assertThat(cause()).hasMessageContaining(String.valueOf(code)).hasMessageContaining(reason);
        assertThat(peer.waitUntilGone()).isTrue();
    }

    @Test
    @DisplayName("when the key is refused before anything else is said")
    void endsBeforeTheAck() {
        open();
        Peer peer = server.next();
        peer.expect("connection_init");

        peer.sendClose(4403, "Invalid API key");

        assertEnded(Kind.KEY_REFUSED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "401, KEY_REFUSED",
        "403, KEY_REFUSED",
        "429, THROTTLED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "200, NOT_UNDERSTOOD",
        "302, NOT_UNDERSTOOD",
        "404, NOT_UNDERSTOOD"
    })
    @DisplayName("as the status of the handshake says")
    void endsByStatus(int status, Kind kind) {
        server.answeringHandshakes(head -> ScriptedStream.refusing(status));

        open();

        assertEnded(kind);
        assertThat(cause()).hasMessageContaining("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no HTTP at all\r\n\r\n", "HTTP/1.1 101 Yes\r\n\r\n"})
    @DisplayName("when the handshake makes no sense")
    void endsWithoutHandshake(String answer) {
        server.answeringHandshakes(head -> answer);

        open();

        assertEnded(Kind.NOT_UNDERSTOOD);
    }

    @Test
    @DisplayName("when the handshake accepts another sub-protocol than the one that was asked for")
    void endsWithAnotherSubprotocol() {
        server.answeringHandshakes(
                head -> ScriptedStream.accepting(head).replace("graphql-transport-ws", "graphql-ws"));

        open();

        assertEnded(Kind.NOT_UNDERSTOOD);
    }

    @Test
    @DisplayName("when nobody is there")
    void endsWithoutServer() {
        open(options().baseUri(URI.create("http://127.0.0.1:1")));

        assertEnded(Kind.LOST);
        assertThat(cause()).hasMessageContaining("ws://127.0.0.1:1");
    }

    @Test
    @DisplayName("when the server hangs up")
    void endsWhenHungUp() {
        opened().hangUp();

        assertEnded(Kind.LOST);
    }

    @Test
    @DisplayName(
            "when the server hangs up with its last word, which the JDK may fail to notice, in silence at the latest")
    void endsWhenHungUpUnnoticed() {
        open();
        server.nextOpen().hangUp();
        awaitCalls(1);

        patiently().until(() -> {
            clock.advance(Duration.ofSeconds(10));
            return heard.end.isDone();
        });

        assertEnded(Kind.LOST);
    }

    @Test
    @DisplayName("when the line breaks")
    void endsWhenBroken() throws Exception {
        opened().reset();

        assertEnded(Kind.LOST);
    }

    @Test
    @DisplayName("when the server hangs up instead of shaking hands")
    void endsWhenHungUpAtOnce() {
        server.hangingUpOnHandshakes();

        open();

        assertEnded(Kind.LOST);
    }

    @Test
    @DisplayName("when a frame is none, or its text is not UTF-8")
    void endsWithBrokenFrames() {
        Peer peer = opened();

        peer.frame(0x81, new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(cause()).isInstanceOf(StiggException.class);
        assertThat(heard.calls).containsExactly("open", "end");
    }

    @Test
    @DisplayName("when the server speaks something else than WebSocket")
    void endsWithOtherFrames() {
        Peer peer = opened();

        peer.frame(0xf3, new byte[] {1, 2, 3});

        assertEnded(Kind.NOT_UNDERSTOOD);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"message\":\"x\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}] | KEY_REFUSED",
                "[{\"message\":\"Invalid API key\",\"extensions\":{\"code\":\"INTERNAL\"}}] | KEY_REFUSED",
                "{\"message\":\"Invalid API key\"} | KEY_REFUSED",
                "{\"errors\":[{\"message\":\"Invalid API key\"}]} | KEY_REFUSED",
                "[{\"message\":\"ThrottlerException: Too Many Requests\"}] | THROTTLED",
                "[{\"message\":\"x\",\"extensions\":{\"code\":\"RateLimitExceeded\"}}] | THROTTLED"
            })
    @DisplayName("when a subscription is refused for the key or for too many")
    void endsByRefusal(String errors, Kind kind) {
        open();
        Peer peer = server.next().acknowledge();

        peer.refuse(peer.usage, errors);

        assertEnded(kind);
    }

    @Nested
    @DisplayName("without showing the key")
    class Secrecy {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"type\":\"error\",\"id\":\"USAGE\",\"payload\":[{\"message\":\"KEY\",\"extensions\":{\"KEY\":\"KEY\"}}]}",
                    "{\"type\":\"next\",\"id\":\"USAGE\",\"payload\":{\"errors\":[{\"message\":\"KEY\"}],\"data\":null}}",
                    "{\"type\":\"next\",\"id\":\"USAGE\",\"payload\":{\"data\":{\"KEY\":\"KEY\"}}}",
                    "{\"type\":\"KEY\",\"KEY\":KEY",
                    "{\"type\":\"next\",\"KEY\":{\"KEY\":[}",
                    "KEY",
                    "{\"KEY\":\"KEY\"}"
                })
        @DisplayName("which a message repeats")
        void hidesItInMessages(String message) {
            try (CapturedLog log = CapturedLog.start()) {
                open();
                Peer peer = server.next().acknowledge();
                peer.expect("ping");
                peer.refuse(peer.packages, "[{\"message\":\"no packagePublished for " + KEY + "\"}]")
                        .send(message.replace("KEY", KEY).replace("USAGE", peer.usage))
                        .send(KEY);

                assertHidden(log);
            }
        }

        @Test
        @DisplayName("which the text of a close frame repeats")
        void hidesItInReasons() {
            try (CapturedLog log = CapturedLog.start()) {
                opened().sendClose(4400, "no such key: " + KEY + "\n");

                assertHidden(log);
                assertThat(cause()).hasMessageContaining("no such key: ***");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 403 KEY\nx-KEY: KEY\ncontent-length: 0\n\n",
                    "HTTP/1.1 404 KEY\ncontent-length: 3\n\nKEY",
                    "HTTP/1.1 101 KEY\nupgrade: KEY\nconnection: KEY\nsec-websocket-accept: KEY\n\n",
                    "HTTP/9 KEY\n\n",
                    "HTTP/1.1 200 OK\ncontent-length: KEY\n\n",
                    "HTTP/1.1 200 OK\nKEY\n: KEY\ncontent-length: 0\n\n"
                })
        @DisplayName("which the head of a refused handshake repeats")
        void hidesItInHeads(String head) {
            server.answeringHandshakes(asked -> head.replace("\n", "\r\n").replace("KEY", KEY));
            try (CapturedLog log = CapturedLog.start()) {
                open();

                assertHidden(log);
            }
        }

        @Test
        @DisplayName("which the name of another sub-protocol repeats")
        void hidesItInSubprotocols() {
            server.answeringHandshakes(head -> ScriptedStream.accepting(head).replace("graphql-transport-ws", KEY));
            try (CapturedLog log = CapturedLog.start()) {
                open();

                assertHidden(log);
                assertThat(cause()).hasMessageContaining("***");
            }
        }

        @Test
        @DisplayName("in what the stream calls itself")
        void hidesItInTheName() {
            assertThat(create(options()).updates())
                    .hasToString("WebSocketUpdateStream[ws://127.0.0.1:"
                            + server.uri().getPort() + "/graphql]");
        }

        private void assertHidden(CapturedLog log) {
            StiggException cause = cause();
            java.io.StringWriter text = new java.io.StringWriter();
            cause.printStackTrace(new java.io.PrintWriter(text));
            String errors = cause instanceof StiggApiException refusal
                    ? refusal.errors().toString()
                    : "";
            assertThat(text + errors).doesNotContain(KEY);
            assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    @DisplayName("with an exception that can be told again")
    void endsWithACopyableCause() {
        opened().send(new String(new byte[] {'{'}, StandardCharsets.US_ASCII));

        assertThat(cause().copy()).isInstanceOf(StiggProtocolException.class);
    }
}
