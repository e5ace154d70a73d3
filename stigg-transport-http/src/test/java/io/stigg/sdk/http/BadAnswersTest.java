package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.bytes;
import static io.stigg.sdk.http.ScriptedServer.gzip;
import static io.stigg.sdk.http.ScriptedServer.head;
import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static io.stigg.sdk.http.ScriptedServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.ScriptedServer.Script;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bad answer")
class BadAnswersTest extends TransportTest {
    private static final String STATE = "$.data.entitlementsState";

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("an empty body", ok(""), "$"),
                Arguments.of("no body at all", json(204, ""), "$"),
                Arguments.of("white space", ok("  \n"), "$"),
                Arguments.of("a page", ok("<!DOCTYPE html><html><body>Sign in</body></html>"), "$"),
                Arguments.of("half a document", ok(Samples.state().substring(0, 900)), "$"),
                Arguments.of("two documents", ok(EMPTY_STATE + EMPTY_STATE), "$"),
                Arguments.of("something after the document", ok(EMPTY_STATE + " x"), "$"),
                Arguments.of("a name that occurs twice", ok("{\"data\":{},\"data\":{}}"), "$"),
                Arguments.of("single quotes", ok("{'data':{}}"), "$"),
                Arguments.of("a comment", ok("/* hello */" + EMPTY_STATE), "$"),
                Arguments.of("NaN", ok("{\"data\":{\"a\":NaN}}"), "$"),
                Arguments.of(
                        "not UTF-8", bytes(200, "{\"data\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)), "$"),
                Arguments.of("a list", ok("[]"), "$"),
                Arguments.of("text", ok("\"data\""), "$"),
                Arguments.of("null", ok("null"), "$"),
                Arguments.of("no data", ok("{}"), "$.data"),
                Arguments.of("null data and no errors", ok("{\"data\":null}"), "$.data"),
                Arguments.of("data that is a list", ok("{\"data\":[]}"), "$.data"),
                Arguments.of("errors that are no list", ok("{\"data\":{},\"errors\":{}}"), "$.errors"),
                Arguments.of(
                        "null where the schema says non-null", ok("{\"data\":{\"entitlementsState\":null}}"), STATE),
                Arguments.of("a missing member", ok("{\"data\":{}}"), STATE),
                Arguments.of("a wrong type", ok("{\"data\":{\"entitlementsState\":7}}"), STATE),
                Arguments.of(
                        "no list of entitlements",
                        ok("{\"data\":{\"entitlementsState\":{\"entitlementsV2\":{}}}}"),
                        STATE + ".entitlementsV2"),
                Arguments.of(
                        "a reason that is no text",
                        ok("{\"data\":{\"entitlementsState\":{\"accessDeniedReason\":1}}}"),
                        STATE + ".accessDeniedReason"),
                Arguments.of(
                        "gzip that is none",
                        bytes(200, EMPTY_STATE.getBytes(StandardCharsets.UTF_8), "content-encoding: gzip"),
                        "$"),
                Arguments.of("half of a gzip", halfOfAGzip(), "$"),
                Arguments.of("an unknown encoding", bytes(200, new byte[] {1, 2}, "content-encoding: br"), "$"),
                Arguments.of("no HTTP", raw("HELO there\r\n\r\n"), "$"));
    }

    private static Script halfOfAGzip() {
        byte[] packed = {31, -117, 8, 0, 0, 0, 0, 0, 0, -1, -85};
        return bytes(200, packed, "content-encoding: gzip");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    @DisplayName("is a protocol error that says where, and is not asked for again")
    void isAProtocolError(String what, Script script, String where) {
        server.replies(script);

        StiggException failure = failure(options(), LATEST);

        assertThat(failure).as(what).isInstanceOf(StiggProtocolException.class);
        assertThat(((StiggProtocolException) failure).where()).isEqualTo(where);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 twohundred OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"
            })
    @DisplayName("that is not HTTP is a protocol error, which repeats nothing of it")
    void isNotHttp(String head) {
        server.replies((script, out) -> out.write(head.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(failure(options(), LATEST))
                .isInstanceOf(StiggProtocolException.class)
                .hasMessageContaining("not HTTP")
                .hasMessageNotContainingAny("SSH", "twohundred", "many");
    }

    @Test
    @DisplayName("that nests without end is refused at a depth that no answer has")
    void isRefusedWhenDeep() {
        server.replies(ok("{\"data\":" + "[".repeat(100_000)));

        assertThat(failure(options(), LATEST)).isInstanceOf(StiggProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length: 10485760", "x-length: unknown"})
    @DisplayName("of 10 MB is abandoned at the bound, announced or not")
    void isAbandonedWhenLarge(String length) throws Exception {
        CountDownLatch clientLeft = new CountDownLatch(1);
        byte[] garbage = new byte[64 * 1024];
        Arrays.fill(garbage, (byte) 'x');
        server.replies((scripted, out) -> {
            out.write(head(200, length));
            try {
                for (int i = 0; i < 160; i++) {
                    out.write(garbage);
                }
            } catch (java.io.IOException gone) {
                clientLeft.countDown();
            }
        });

        StiggException failure = failure(options().maxResponseBytes(100_000), LATEST);

        assertThat(failure).isInstanceOf(StiggProtocolException.class).hasMessageContaining("100000 bytes");
        assertThat(clientLeft.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("that is small and unpacks to much is abandoned at the bound")
    void isAbandonedWhenABomb() {
        server.replies(gzip(new byte[50 * 1024 * 1024]));

        StiggException failure = failure(options().maxResponseBytes(100_000), LATEST);

        assertThat(failure).isInstanceOf(StiggProtocolException.class).hasMessageContaining("100000 bytes");
    }

    @Test
    @DisplayName("is none when it is packed as was offered")
    void isNoneWhenPacked() {
        server.replies(gzip(Samples.state().getBytes(StandardCharsets.UTF_8)));

        assertThat(send(options(), LATEST).entitlements()).hasSize(5);
    }

    @Test
    @DisplayName("is none when it is as large as the bound exactly")
    void isNoneAtTheBound() {
        HttpTransport options = options().maxResponseBytes(EMPTY_STATE.length());

        assertThat(send(options, LATEST).entitlements()).isEmpty();
    }

    @Test
    @DisplayName("that is larger than the bound and refused says the status")
    void saysTheStatusWhenLargeAndRefused() {
        server.replies(json(500, "x".repeat(1_000)));

        assertThat(failure(options().maxResponseBytes(100), LATEST))
                .isInstanceOf(StiggApiException.class)
                .hasMessageContaining("HTTP 500");
    }

    @Test
    @DisplayName("is none with the largest of bounds")
    void isNoneWithTheLargestBound() {
        server.replies(gzip(EMPTY_STATE.getBytes(StandardCharsets.UTF_8)));

        assertThat(send(options().maxResponseBytes(Integer.MAX_VALUE), LATEST).entitlements())
                .isEmpty();
    }

    @Test
    @DisplayName("that is cut off by the connection counts as no answer")
    void countsAsNoneWhenCutOff() {
        server.replies((scripted, out) -> {
            out.write(head(200, "content-length: 1000"));
            out.write("{\"data\":".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(failure(options(), LATEST)).isInstanceOf(StiggTransportException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @DisplayName("that points elsewhere is not followed: the key stays here")
    void isNotFollowed(int status) {
        try (ScriptedServer elsewhere = ScriptedServer.start()) {
            elsewhere.replies(ok(EMPTY_STATE));
            server.replies(json(status, "", "location: " + elsewhere.uri() + "/graphql"));

            StiggException failure = failure(options(), LATEST);

            assertThat(failure).isInstanceOf(StiggApiException.class).hasMessageContaining("HTTP " + status);
            assertThat(elsewhere.received()).isEmpty();
        }
    }
}
