package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.error.ApiError;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.http.ScriptedServer.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An error")
class ErrorShapesTest extends TransportTest {
    private StiggApiException refusal(Script script) {
        server.replies(script);
        return (StiggApiException) failure(options(), LATEST);
    }

    @Test
    @DisplayName("of GraphQL keeps the code, the trace and everything else of every error")
    void keepsEverything() {
        StiggApiException refusal = refusal(ok("{\"data\":null,\"errors\":["
                + "{\"message\":\"Customer not found\",\"path\":[\"x\"],\"extensions\":{\"code\":\"CustomerNotFound\","
                + "\"traceId\":\"t-1\",\"details\":{\"ids\":[\"acme\",1,null],\"none\":null}}},"
                + "{\"message\":\"Second\",\"extensions\":{\"code\":\"NewCode\"}}]}"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusal.traceId()).contains("t-1");
        assertThat(refusal.httpStatus()).isEqualTo(200);
        assertThat(refusal.operation()).isEqualTo("GetEntitlementsState");
        assertThat(refusal).hasMessageContaining("Customer not found").hasMessageContaining("t-1");
        assertThat(refusal.errors())
                .containsExactly(
                        new ApiError(
                                "Customer not found",
                                Optional.of("CustomerNotFound"),
                                Optional.of("t-1"),
                                Map.of("details", Map.of("ids", List.of("acme", 1L)))),
                        new ApiError("Second", Optional.of("NewCode"), Optional.empty(), Map.of()));
    }

    @Test
    @DisplayName("beside data counts: half an answer is none")
    void countsBesideData() {
        assertThat(refusal(ok(EMPTY_STATE.replaceFirst("\\{", "{\"errors\":[{\"message\":\"partial\"}],")))
                        .getMessage())
                .contains("partial");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    @DisplayName("of GraphQL with another status keeps code and status, and is not asked for again")
    void keepsCodeWithAStatus(int status) {
        StiggApiException refusal = refusal(
                json(status, "{\"errors\":[{\"message\":\"Bad\",\"extensions\":{\"code\":\"BadUserInput\"}}]}"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
        assertThat(refusal.httpStatus()).isEqualTo(status);
        assertThat(refusal).hasMessageContaining("HTTP " + status);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"error\":{\"code\":\"FeatureNotFound\",\"message\":\"no\"}} | FeatureNotFound | no",
                "{\"error\":\"rate_limit_exceeded\",\"message\":\"slow down\"} | rate_limit_exceeded | slow down",
                "{\"statusCode\":400,\"message\":\"Bad Request\",\"error\":\"Bad Request\"} | Bad Request | Bad Request",
                "{\"errors\":[\"just text\"]} | | just text",
                "{\"errors\":[{\"message\":null,\"extensions\":7}]} | | no message was given",
                "{\"errors\":[{\"message\":{\"a\":1},\"extensions\":{\"code\":17,\"traceId\":[]}}]} | 17 | no message was given",
                "{\"errors\":[null]} | | no message was given",
                "{\"message\":\"alone\"} | | alone",
            })
    @DisplayName("of another shape is understood as far as it goes")
    void understandsOtherShapes(String body, String code, String message) {
        StiggApiException refusal = refusal(json(400, body));

        assertThat(refusal.rawCode()).isEqualTo(Optional.ofNullable(code));
        assertThat(refusal.errors()).extracting(ApiError::message).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>secret page</html>", "{\"errors\":[", "[]", "{}", "null", "{\"errors\":{}}"})
    @DisplayName("without a body that can be used has the status, and nothing of the body")
    void hasTheStatus(String body) {
        StiggApiException refusal = refusal(json(418, body));

        assertThat(refusal.httpStatus()).isEqualTo(418);
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN);
        assertThat(refusal.rawCode()).isEmpty();
        assertThat(refusal).hasMessageContaining("HTTP 418");
        assertThat(refusal.getMessage()).doesNotContain("secret page");
    }

    @Test
    @DisplayName("of the key is recognised, by status or by code")
    void recognisesTheKey() {
        assertThat(refusal(json(401, "")).isAuthenticationFailure()).isTrue();
        assertThat(refusal(json(401, "{\"statusCode\":401,\"message\":\"Unauthorized\"}"))
                        .isAuthenticationFailure())
                .isTrue();
        assertThat(refusal(ok("{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"Unauthenticated\"}}]}"))
                        .isAuthenticationFailure())
                .isTrue();
        assertThat(server.received()).hasSize(3);
    }

    @Test
    @DisplayName("with an endless message is cut")
    void isCut() {
        StiggApiException refusal = refusal(ok("{\"errors\":[{\"message\":\"" + "x".repeat(100_000) + "\"}]}"));

        assertThat(refusal.getMessage()).hasSizeLessThan(1_200);
    }

    @Test
    @DisplayName("of the network, where nobody listens, says where")
    void saysWhereNobodyListens() {
        assertThat(failure(options().baseUri(URI.create("http://127.0.0.1:1")), LATEST))
                .isInstanceOf(StiggTransportException.class)
                .hasMessageContaining("http://127.0.0.1:1")
                .hasMessageContaining("GetEntitlementsState");
    }

    @Test
    @DisplayName("of the network, where the name does not exist, says where")
    void saysWhichNameIsUnknown() {
        HttpTransport options =
                options().baseUri(URI.create("http://nowhere.invalid")).allowPlainHttp();

        assertThat(failure(options, LATEST))
                .isInstanceOf(StiggTransportException.class)
                .hasMessageContaining("http://nowhere.invalid");
    }

    @Test
    @DisplayName("of the network, when the server hangs up, is no answer")
    void isNoAnswerWhenTheServerHangsUp() {
        server.replies(ScriptedServer.hangUp());

        assertThat(failure(options(), LATEST))
                .isInstanceOfSatisfying(
                        StiggTransportException.class,
                        e -> assertThat(e.isTimeout()).isFalse());
    }
}
