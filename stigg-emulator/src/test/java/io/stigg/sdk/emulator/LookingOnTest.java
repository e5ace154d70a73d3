package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whoever looks on")
class LookingOnTest {
    private static final String CALLS = "feature-api-calls";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator = StiggEmulator.serving(backend).start();
    private final RawClient client = new RawClient(emulator.uri(), "any");

    @AfterEach
    void close() {
        emulator.close();
    }

    private void provision(String customerId, String planId) {
        backend.connectAside()
                .send(ProvisionCustomer.of(customerId).subscribedTo(PlanSelection.of(planId)))
                .toCompletableFuture()
                .join();
    }

    @Nested
    @DisplayName("is told of entitlements")
    class Explanations {
        @Test
        @DisplayName("what the verdict is, and where it comes from")
        void why() {
            provision("cust-1", "plan-basic");
            backend.promote("cust-1", Grant.limited(CALLS, 5_000));

            Answer answer = client.get("/control/explanations?customer=cust-1&feature=" + CALLS);

            assertThat(answer.list("explanations")).hasSize(1);
            assertThat(answer.object("explanations", 0))
                    .containsEntry("featureId", CALLS)
                    .containsEntry("hasAccess", true)
                    .containsEntry("inWords", "Granted: 0 of 5,000 used.");
            assertThat(answer.at("explanations", 0, "sources", 0, "standing")).isEqualTo("SMALLER");
            assertThat(answer.object("explanations", 0, "sources", 0, "parts", 0))
                    .containsEntry("origin", "PLAN")
                    .containsEntry("id", "plan-basic")
                    .containsEntry("name", "Basic")
                    .containsEntry("effect", "COUNTS");
            assertThat(answer.at("explanations", 0, "sources", 1, "standing")).isEqualTo("COUNTS");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "feature=feature-api-calls&usage=101 | RequestedUsageExceedingLimit",
                    "feature=feature-support&values=community,phone | RequestedValuesMismatch",
                    "feature=none | FeatureNotFound",
                    "currency=cred-ai | EntitlementNotFound",
                    "feature=feature-api-calls&resource=a%20site | CustomerResourceNotFound"
                })
        @DisplayName("what would be denied")
        void denied(String question, String reason) {
            provision("cust-1", "plan-free");

            Answer answer = client.get("/control/explanations?customer=cust-1&" + question);

            assertThat(answer.at("explanations", 0, "accessDeniedReason")).isEqualTo(reason);
        }

        @Test
        @DisplayName("all of them, of a customer whose id is unusual")
        void all() {
            provision("1/ä &?", "plan-pro");

            Answer answer = client.get("/control/explanations?customer=1%2F%C3%A4%20%26%3F");

            assertThat(answer.list("explanations"))
                    .hasSize(backend.catalog().features().size()
                            + backend.catalog().currencies().size());
            assertThat(answer.text()).contains("\"inWords\":\"Granted: 500 of 500 credits are left.\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "feature=x | customer must be a string",
                    "customer=c&feature=x&usage=much | usage must be a number, not much",
                    "customer=c&limit=3 | There is no member limit here, only customer, resource, feature, currency, usage, values"
                })
        @DisplayName("what is wrong with the question")
        void wrong(String question, String message) {
            Answer answer = client.get("/control/explanations?" + question);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorMessage()).isEqualTo(message);
        }
    }

    @Test
    @DisplayName("finds customers by id, name and e-mail, in any case")
    void customers() {
        provision("cust-1", "plan-basic");
        backend.connectAside()
                .send(ProvisionCustomer.builder("cust-2")
                        .name("Ada Lovelace")
                        .email("ada@example.com")
                        .build())
                .toCompletableFuture()
                .join();

        assertThat(client.get("/control/customers").list("customers")).hasSize(2);
        for (String search : List.of("CUST-2", "love", "Example.com")) {
            assertThat(client.get("/control/customers?search=" + search).list("customers"))
                    .as(search)
                    .hasSize(1);
        }
        assertThat(client.get("/control/customers?id=cust-2").list("customers")).hasSize(1);
        assertThat(client.get("/control/customers?limit=1").json()).containsEntry("count", 2L);
        assertThat(client.get("/control/customers?limit=1").list("customers")).hasSize(1);
        assertThat(client.get("/control/customers?search=cust-1").object("customers", 0))
                .containsEntry("plans", List.of("plan-basic"));
    }

    @Nested
    @DisplayName("asks GraphQL")
    class Query {
        private static final String PLANS = "{\"query\": \"{ paywall(input: {}) { plans { refId } } }\"}";

        @Test
        @DisplayName("whatever is made to fail, and leaves no trace")
        void aside() {
            emulator.faults().add(HttpFault.refuse());
            backend.goDown();

            Answer answer = client.post("/control/query", PLANS);

            assertThat(answer.at("data", "paywall", "plans", 0, "refId")).isEqualTo("plan-free");
            assertThat(emulator.requestCount()).isZero();
            assertThat(backend.requests()).isEmpty();
            assertThat(client.get("/control/exchanges").list("exchanges")).isEmpty();
        }

        @Test
        @DisplayName("and changes nothing, nor is it kept as a change")
        void changesNothing(@TempDir Path data) {
            try (Journal journal = Journal.in(data, backend.catalog());
                    StiggEmulator keeping = StiggEmulator.serving(backend)
                            .journal(journal, backend.snapshot())
                            .start()) {
                Answer answer = new RawClient(keeping.uri(), "any")
                        .post(
                                "/control/query",
                                "{\"query\": \"mutation { provisionCustomer(input: {customerId: \\\"c\\\"}) { customer { refId } } }\"}");

                assertThat(answer.errorCode()).isEqualTo("UnsupportedParameter");
                assertThat(backend.customers()).isEmpty();
                assertThat(data)
                        .isDirectoryNotContaining(file -> contentOf(file).contains("provisionCustomer"));
            }
        }

        private static String contentOf(Path file) {
            return org.assertj.core.util.Files.contentOf(file.toFile(), StandardCharsets.UTF_8);
        }
    }

    @Nested
    @DisplayName("sees what was asked and how it was answered")
    class Exchanges {
        @Test
        @DisplayName("with the operation, the client, the outcome and how long it took")
        void answered() {
            client.send(client.to("/graphql")
                    .header("apollographql-client-name", "shop")
                    .header("apollographql-client-version", "1.2.3")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"query\": \"query Named { sdkConfiguration { sentryDsn } }\"}")));

            Map<String, Object> exchange = client.get("/control/exchanges").object("exchanges", 0);

            assertThat(exchange)
                    .containsEntry("operation", "Named")
                    .containsEntry("client", "shop")
                    .containsEntry("clientVersion", "1.2.3")
                    .containsEntry("status", 200L)
                    .containsKeys("micros", "at")
                    .doesNotContainKey("error");
        }

        @Test
        @DisplayName("with the code of a refusal, and without a status where there was no answer")
        void failed() {
            client.query("mutation { reportUsage(input: {customerId: \"nobody\", featureId: \"" + CALLS
                    + "\", value: 1}) { id } }");
            emulator.faults().add(HttpFault.refuse().times(1));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> client.query("{ sdkConfiguration { sentryDsn } }")))
                    .isNotNull();

            Answer exchanges = client.get("/control/exchanges");

            assertThat(exchanges.object("exchanges", 0)).containsEntry("error", "CustomerNotFound");
            assertThat(exchanges.object("exchanges", 1)).doesNotContainKey("status");
        }

        @Test
        @DisplayName("until it is forgotten")
        void forgotten() {
            client.get("/health");

            assertThat(client.get("/control/exchanges").list("exchanges")).hasSize(1);
            assertThat(client.send(client.to("/control/exchanges").DELETE()).list("exchanges"))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("is told that there is something new")
    class Live {
        private final HttpClient http = HttpClient.newHttpClient();

        private BufferedReader listen() throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.uri() + "/control/live"))
                    .build();
            InputStream in = http.send(request, BodyHandlers.ofInputStream()).body();
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        private static void untilTold(BufferedReader events, String topic) throws IOException {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:") && line.contains(topic)) {
                    return;
                }
            }
            throw new AssertionError("nothing was told of " + topic);
        }

        @Test
        @DisplayName("when it begins, when somebody asks, and when the backend changes, be it in the same process")
        void told() throws Exception {
            provision("cust-1", "plan-free");
            try (BufferedReader events = listen()) {
                untilTold(events, "state");

                client.get("/health");
                untilTold(events, "log");

                backend.setUsage(CustomerScope.of("cust-1"), CALLS, 5);
                untilTold(events, "state");
            }
        }

        @Test
        @DisplayName("also after the backend was down")
        void afterDown() throws Exception {
            provision("cust-1", "plan-free");
            try (BufferedReader events = listen()) {
                untilTold(events, "state");
                backend.goDown();
                backend.comeBack();
                client.post(
                        "/control/usage",
                        "{\"customerId\": \"cust-1\", \"featureId\": \"" + CALLS + "\", \"usage\": 1}");
                untilTold(events, "state");

                backend.setUsage(CustomerScope.of("cust-1"), CALLS, 5);
                untilTold(events, "state");
            }
        }

        @Test
        @DisplayName("and listens to the backend only meanwhile")
        void onlyMeanwhile() throws Exception {
            assertThat(backend.streamCount()).isZero();
            BufferedReader events = listen();
            untilTold(events, "state");
            assertThat(backend.streamCount()).isEqualTo(1);

            events.close();
            // That it is gone is noticed when something is sent.
            await().until(() -> {
                client.get("/health");
                return backend.streamCount() == 0;
            });
        }
    }
}
