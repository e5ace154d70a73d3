package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.http.ScriptedServer.Script;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The key")
class KeySecrecyTest extends TransportTest {
    static Stream<Arguments> answersThatRepeatTheKey() {
        return Stream.of(
                Arguments.of("a message", json(401, "{\"message\":\"the key " + KEY + " is unknown\"}")),
                Arguments.of(
                        "an error",
                        ok("{\"errors\":[{\"message\":\"" + KEY + "\",\"extensions\":{\"code\":\"" + KEY
                                + "\",\"traceId\":\"" + KEY + "\",\"" + KEY + "\":[\"" + KEY + "\",{\"k\":\"" + KEY
                                + "\"}]}}]}")),
                Arguments.of("a code", json(400, "{\"error\":{\"code\":\"" + KEY + "\",\"message\":\"" + KEY + "\"}}")),
                Arguments.of("a page", json(503, "<html>" + KEY + "</html>")),
                Arguments.of("broken JSON", ok("{\"data\":" + KEY)),
                Arguments.of("a name in broken JSON", ok("{\"" + KEY + "\":{\"" + KEY + "\":[}")),
                Arguments.of("a wrong type", ok("{\"data\":{\"entitlementsState\":\"" + KEY + "\"}}")),
                Arguments.of("a line that is no status", ScriptedServer.raw("HTTP/9 " + KEY + "\r\n\r\n")),
                Arguments.of("a length", ScriptedServer.raw("HTTP/1.1 200 OK\r\ncontent-length: " + KEY + "\r\n\r\n")),
                Arguments.of("a header", ScriptedServer.raw("HTTP/1.1 200 OK\r\n" + KEY + "\r\n: " + KEY + "\r\n\r\n")),
                Arguments.of(
                        "a chunk",
                        ScriptedServer.raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + KEY + "\r\n")),
                Arguments.of("a redirect", json(302, "", "location: https://x.invalid/" + KEY)),
                Arguments.of("hanging up", ScriptedServer.hangUp()),
                Arguments.of("silence", ScriptedServer.silence()));
    }

    @ParameterizedTest(name = "repeated by {0}")
    @MethodSource("answersThatRepeatTheKey")
    @DisplayName("is in no exception and in no line of the log")
    void isNowhere(String what, Script script) {
        server.replies(script);
        HttpTransport options = options().baseEdgeUri(server.uri()).entitlementsTimeout(Duration.ofSeconds(2));

        try (CapturedLog log = CapturedLog.start()) {
            StiggException failure = failure(options, NEAREST);

            assertThat(everythingAbout(failure)).as(what).doesNotContain(KEY);
            assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    @DisplayName("is not in what is logged about odd answers")
    void isNotLogged() {
        server.replies(ok("{\"data\":{\"entitlementsState\":{\"entitlementsV2\":[{\"__typename\":\"" + KEY + "\"},{\""
                + KEY + "\":1}]}}}"));

        try (CapturedLog log = CapturedLog.start()) {
            send(options(), LATEST);

            assertThat(log.warnings()).isNotEmpty().noneMatch(line -> line.contains(KEY));
        }
    }

    @Test
    @DisplayName("is not in the exception about a host that cannot be reached")
    void isNotInConnectFailures() {
        assertThat(everythingAbout(failure(options().baseUri(URI.create("http://127.0.0.1:1")), LATEST)))
                .doesNotContain(KEY);
    }

    private static String everythingAbout(StiggException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text
                + (failure instanceof StiggApiException refusal
                        ? refusal.errors().toString()
                        : "");
    }
}
