package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Errors of the emulator's GraphQL")
class GraphqlErrorsTest {
    private static final String PROVISION =
            "mutation ($input: ProvisionSubscriptionInput!) { provisionSubscriptionV2(input: $input) { status } }";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    @DisplayName("carry the code of the backend's refusal and a trace id, with status 200 and no data")
    void refusal() {
        Answer answer =
                client.query(PROVISION, Map.of("input", Map.of("customerId", "cust-x", "planId", "plan-basic")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("data", null);
        assertThat(answer.errorCode()).isEqualTo("CustomerNotFound");
        assertThat(answer.at("errors", 0, "extensions", "traceId")).asString().isNotBlank();
        assertThat(answer.at("errors", 0, "path")).isEqualTo(List.of("provisionSubscriptionV2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "syntax           | { sdkConfiguration { | BadUserInput",
                "unknown field    | { sdkConfiguration { nope } } | BadUserInput",
                "unknown root     | { nope { id } } | BadUserInput",
                "missing variable | query ($q: FetchEntitlementsQuery!) { entitlementsState(query: $q) { accessDeniedReason } } | BadUserInput",
                "blank id         | { entitlementsState(query: {customerId: \"\"}) { accessDeniedReason } } | BadUserInput",
                "no such day      | mutation { reportUsage(input: {customerId: \"c\", featureId: \"f\", value: 1, createdAt: \"2025-02-30T00:00:00Z\"}) { id } } | BadUserInput",
                "no such enum     | mutation { reportUsage(input: {customerId: \"c\", featureId: \"f\", value: 1, updateBehavior: ADD}) { id } } | BadUserInput",
                "streams          | subscription { entitlementsUpdated { customerId } } | UnsupportedParameter",
            })
    @DisplayName("have a code for what is wrong with a document")
    void wrongDocuments(String name, String document, String code) {
        Answer answer = client.query(document);

        assertThat(answer.status()).as(name).isEqualTo(200);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.errorMessage()).asString().isNotBlank();
    }

    @Test
    @DisplayName("name the members of an input that would have changed the outcome and cannot be served yet")
    void unsupportedMembers() {
        Answer answer = client.query(
                PROVISION,
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                "c",
                                "planId",
                                "plan-basic",
                                "priceOverrides",
                                List.of(),
                                "charges",
                                List.of(Map.of("id", "cred-ai", "type", "CREDIT", "quantity", 5)))));

        assertThat(answer.errorCode()).isEqualTo("UnsupportedParameter");
        assertThat(answer.errorMessage()).isEqualTo("Not supported here: charges of type CREDIT");
    }

    @Test
    @DisplayName("have a code of its own for an add-on that is there twice")
    void addonTwice() {
        List<Map<String, Object>> addons = List.of(Map.of("addonId", "addon-calls"), Map.of("addonId", "addon-calls"));

        Answer answer = client.query(
                PROVISION, Map.of("input", Map.of("customerId", "c", "planId", "plan-basic", "addons", addons)));

        assertThat(answer.errorCode()).isEqualTo("DuplicateAddonProvisionedError");
        assertThat(answer.errorMessage()).asString().contains("addon-calls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{'query': 'x'}",
                "{\"variables\": {}}",
                "{\"query\": \"{ a }\", \"variables\": 1}",
                "{\"query\": \"{ a }\", \"operationName\": {}}"
            })
    @DisplayName("are status 400 for a body that is no request")
    void badBodies(String body) {
        Answer answer = client.post("/graphql", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("BadUserInput");
    }

    @Test
    @DisplayName("are status 400 for JSON that is nested without end")
    void deepJson() {
        Answer answer = client.post("/graphql", "{\"query\": " + "[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("have a code for a document that is nested without end")
    void deepDocument() {
        Answer answer = client.query("{ a ".repeat(20_000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.errorCode()).isEqualTo("BadUserInput");
    }

    @Test
    @DisplayName("are status 413 for a body of more than 8 MB")
    void largeBody() {
        Answer answer = client.post("/graphql", " ".repeat(8 * 1024 * 1024 + 1));
        Answer larger = client.post("/graphql", " ".repeat(20 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(larger.status()).isEqualTo(413);
        assertThat(emulator.requestCount()).isZero();
    }

    @Test
    @DisplayName("are status 401 for another key")
    void wrongKey() {
        Answer answer = new RawClient(emulator.uri(), "other").query("{ sdkConfiguration { sentryDsn } }");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("Unauthenticated");
        assertThat(answer.object("errors", 0, "extensions")).containsKey("traceId");
        assertThat(backend.requestCount()).isZero();
    }

    @Test
    @DisplayName("are status 401 while the backend refuses keys")
    void keyRefusedByBackend() {
        backend.refuseKey();

        Answer answer = client.query("{ sdkConfiguration { sentryDsn } }");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.object("errors", 0, "extensions")).contains(entry("code", "Unauthenticated"));
    }

    @Test
    @DisplayName("are no answer at all while the backend is down")
    void backendDown() {
        backend.goDown();

        assertThatThrownBy(() -> client.query("{ sdkConfiguration { sentryDsn } }"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    @DisplayName("end with the backend's return")
    void backendBack() {
        backend.goDown();
        assertThatThrownBy(() -> client.query("{ sdkConfiguration { sentryDsn } }"))
                .isInstanceOf(UncheckedIOException.class);

        backend.comeBack();

        assertThat(client.query("{ sdkConfiguration { sentryDsn } }").status()).isEqualTo(200);
    }
}
