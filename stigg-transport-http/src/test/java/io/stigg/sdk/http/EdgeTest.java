package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.http.ScriptedServer.Received;
import io.stigg.sdk.http.ScriptedServer.Script;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.usage.ReportUsage;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The edge")
class EdgeTest extends TransportTest {
    private HttpTransport withEdge() {
        return options().baseEdgeUri(server.uri());
    }

    private void edgeAnswers(Script edge, Script api) {
        server.answers(request -> request.isEdge() ? edge : api);
    }

    @Test
    @DisplayName("answers what may be near, alone")
    void answersWhatMayBeNear() {
        edgeAnswers(ok(Samples.state()), json(500, "{}"));

        EntitlementSnapshot snapshot = send(withEdge(), NEAREST);

        assertThat(snapshot.entitlements()).hasSize(5);
        assertThat(server.received()).hasSize(1).allMatch(Received::isEdge);
    }

    @Test
    @DisplayName("answers for the configuration")
    void answersForTheConfiguration() {
        edgeAnswers(ok("{\"data\":{\"sdkConfiguration\":{\"isWidgetWatermarkEnabled\":true}}}"), json(500, "{}"));

        assertThat(send(withEdge(), new GetSdkConfiguration())).isEqualTo(new SdkConfiguration(true));
    }

    @Test
    @DisplayName("is not asked for the latest, nor for anything that it does not serve")
    void isNotAskedForTheLatest() {
        edgeAnswers(json(500, "{}"), ok(EMPTY_STATE));
        ApiTransport transport = open(withEdge());

        answer(transport, LATEST);
        failure(transport, ReportUsage.of("acme", "calls", 1));

        assertThat(server.received()).hasSize(2).noneMatch(Received::isEdge);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("500", json(500, "{\"errors\":[{\"message\":\"x\"}]}")),
                Arguments.of("503", json(503, "<html>")),
                Arguments.of("404", json(404, "not here")),
                Arguments.of("403", json(403, "AccessDenied")),
                Arguments.of(
                        "429",
                        json(429, "{\"error\":\"rate_limit_exceeded\",\"message\":\"slow\"}", "retry-after: 60")),
                Arguments.of("a page", ok("<html></html>")),
                Arguments.of("an empty body", ok("")),
                Arguments.of("half an answer", ok("{\"data\":{\"entitlementsState\":{")),
                Arguments.of("an error in a 200", ok("{\"errors\":[{\"message\":\"x\"}],\"data\":null}")),
                Arguments.of("no data", ok("{\"data\":{\"entitlementsState\":null}}")),
                Arguments.of("a redirect", json(302, "", "location: http://127.0.0.1:1/")),
                Arguments.of("hanging up", ScriptedServer.hangUp()));
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("failures")
    @DisplayName("is not the last word when it fails")
    void isNotTheLastWord(String what, Script failure) {
        edgeAnswers(failure, ok(Samples.state()));

        EntitlementSnapshot snapshot = send(withEdge(), NEAREST);

        assertThat(snapshot.entitlements()).as(what).hasSize(5);
        assertThat(server.received()).filteredOn(Received::isEdge).isNotEmpty();
        assertThat(server.received()).filteredOn(request -> !request.isEdge()).hasSize(1);
    }

    @Test
    @DisplayName("is not the last word when it is silent, and leaves time for the API")
    void leavesTime() {
        edgeAnswers(ScriptedServer.silence(), ok(EMPTY_STATE));

        EntitlementSnapshot snapshot = send(withEdge().entitlementsTimeout(Duration.ofMillis(1_500)), NEAREST);

        assertThat(snapshot.entitlements()).isEmpty();
    }

    @Test
    @DisplayName("is not the last word when nobody is there")
    void isNotTheLastWordWhenAbsent() {
        URI nowhere = URI.create("http://127.0.0.1:1");

        assertThat(send(options().baseEdgeUri(nowhere), NEAREST).entitlements()).isEmpty();
    }

    @Test
    @DisplayName("is the last word about the key")
    void isTheLastWordAboutTheKey() {
        edgeAnswers(json(401, "{\"message\":\"Unauthorized\"}"), ok(EMPTY_STATE));

        try (CapturedLog log = CapturedLog.start()) {
            StiggException failure = failure(withEdge(), NEAREST);

            assertThat(((StiggApiException) failure).isAuthenticationFailure()).isTrue();
            assertThat(server.received()).hasSize(1);
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    @DisplayName("is logged once for each outage")
    void isLoggedOnce() {
        edgeAnswers(json(503, ""), ok(EMPTY_STATE));
        ApiTransport transport = open(withEdge());

        try (CapturedLog log = CapturedLog.start()) {
            answer(transport, NEAREST);
            answer(transport, NEAREST);
            edgeAnswers(ok(EMPTY_STATE), ok(EMPTY_STATE));
            answer(transport, NEAREST);
            edgeAnswers(json(503, ""), ok(EMPTY_STATE));
            answer(transport, NEAREST);

            assertThat(log.warnings()).hasSize(2).allMatch(line -> line.contains("edge") && line.contains("503"));
        }
    }
}
