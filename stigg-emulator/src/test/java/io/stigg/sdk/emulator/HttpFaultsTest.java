package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.StiggBackend;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Requests that fail on purpose")
@Timeout(30)
class HttpFaultsTest {
    private static final String CONFIGURATION = "/v1/config/server-sdk-configuration.json";
    private static final String PROVISION = "mutation Provision { provisionCustomer(input: {customerId: \"cust-1\"}) "
            + "{ subscriptionDecisionStrategy } }";
    private static final String READ = "query Read { sdkConfiguration { sentryDsn } }";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final HttpFaults faults = emulator.faults();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @AfterEach
    void close() {
        emulator.close();
    }

    private boolean isProvisioned() {
        return backend.customer("cust-1").map(Customer::id).isPresent();
    }

    @Nested
    @DisplayName("from within the process")
    class Programmatic {
        @Test
        @DisplayName("are cut, and nothing is done")
        void refuse() {
            faults.add(HttpFault.refuse());

            assertThatThrownBy(() -> client.query(PROVISION)).isInstanceOf(UncheckedIOException.class);
            assertThat(isProvisioned()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"401,Unauthenticated", "429,RateLimitExceeded", "500,UnexpectedError", "503,UnexpectedError"})
        @DisplayName("have any status, and nothing is done")
        void status(int status, String code) {
            faults.add(HttpFault.status(status));

            Answer answer = client.query(PROVISION);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.errorCode()).isEqualTo(code);
            assertThat(isProvisioned()).isFalse();
        }

        @Test
        @DisplayName("are told by the edge in its own words that they are too many")
        void edgeLimit() {
            faults.add(HttpFault.status(429));

            Answer answer = client.get(CONFIGURATION);

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.text())
                    .isEqualTo("{\"error\":\"rate_limit_exceeded\",\"message\":\"Too many requests\"}");
        }

        @Test
        @DisplayName("are done at once and answered late")
        void delay() {
            faults.add(HttpFault.delay(Duration.ofHours(1)).times(1));
            faults.add(HttpFault.delay(Duration.ofMillis(100)).times(1));

            CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> client.query(PROVISION));
            Soon.soon().until(HttpFaultsTest.this::isProvisioned);
            long start = System.nanoTime();
            Answer late = client.query(READ);

            assertThat(late.status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            assertThat(waiting).isNotDone();
        }

        @Test
        @DisplayName("are done and answered by what is no JSON")
        void malformed() {
            faults.add(HttpFault.malformed());

            Answer answer = client.query(PROVISION);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).startsWith("{\"data\":");
            assertThatThrownBy(answer::json).isInstanceOf(IllegalArgumentException.class);
            assertThat(isProvisioned()).isTrue();
        }

        @Test
        @DisplayName("are done and get no answer")
        void loseAnswer() {
            faults.add(HttpFault.loseAnswer());

            assertThatThrownBy(() -> client.query(PROVISION)).isInstanceOf(UncheckedIOException.class);
            assertThat(isProvisioned()).isTrue();
        }

        @Test
        @DisplayName("fail so often and no more, one fault after the other")
        void times() {
            faults.add(HttpFault.status(503).times(2));
            faults.add(HttpFault.status(500).times(1));

            List<Integer> statuses = List.of(
                    client.query(READ).status(),
                    client.get(CONFIGURATION).status(),
                    client.query(READ).status(),
                    client.query(READ).status());

            assertThat(statuses).containsExactly(503, 503, 500, 200);
            assertThat(faults.pending()).isEmpty();
        }

        @Test
        @DisplayName("fail until everything is to behave")
        void behave() {
            faults.add(HttpFault.status(503));
            assertThat(client.query(READ).status()).isEqualTo(503);
            assertThat(client.query(READ).status()).isEqualTo(503);

            faults.behave();

            assertThat(client.query(READ).status()).isEqualTo(200);
        }

        @Test
        @DisplayName("fail at the edge alone, and of GraphQL alone")
        void parts() {
            faults.add(HttpFault.status(503).only("edge"));
            assertThat(client.get(CONFIGURATION).status()).isEqualTo(503);
            assertThat(client.query(READ).status()).isEqualTo(200);

            faults.behave();
            faults.add(HttpFault.status(503).only("graphql"));

            assertThat(client.get(CONFIGURATION).status()).isEqualTo(200);
            assertThat(client.query(READ).status()).isEqualTo(503);
        }

        @Test
        @DisplayName("fail of one operation alone, whether its name is in the document, beside it or in a header")
        void operations() {
            faults.add(HttpFault.status(503).only("Read"));

            Answer other = client.query(PROVISION);
            Answer inDocument = client.query(READ);
            Answer beside = client.post(
                    "/graphql",
                    "{\"query\": \"query A { __typename } query Read { __typename }\", \"operationName\": \"Read\"}");
            Answer inHeader = client.send(client.to("/graphql")
                    .header("x-graphql-operation-name", "Read")
                    .POST(BodyPublishers.ofString("{\"query\": \"{ __typename }\"}")));

            assertThat(other.status()).isEqualTo(200);
            assertThat(List.of(inDocument.status(), beside.status(), inHeader.status()))
                    .containsOnly(503);
        }

        @Test
        @DisplayName("fail neither at health nor at the control, nor with a wrong key")
        void exempt() {
            faults.add(HttpFault.status(503).times(1));

            assertThat(client.get("/health").status()).isEqualTo(200);
            assertThat(client.get("/control/faults").status()).isEqualTo(200);
            assertThat(new RawClient(emulator.uri(), "other").query(READ).status())
                    .isEqualTo(401);
            assertThat(faults.pending()).hasSize(1);
        }

        @Test
        @DisplayName("do not fail in ways that there are not")
        void wrong() {
            assertThatThrownBy(() -> HttpFault.status(200))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("status must be from 400 to 599, not 200");
            assertThatThrownBy(() -> HttpFault.delay(Duration.ofDays(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("delay must be from zero to a day, not PT48H");
            assertThatThrownBy(() -> HttpFault.refuse().times(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("times must be at least 1, not 0");
            assertThatThrownBy(() -> HttpFault.refuse().only(" "))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("only must not be blank");
        }
    }

    @Nested
    @DisplayName("over HTTP")
    class OverHttp {
        private Answer act(String body) {
            return client.post("/control/faults", body);
        }

        @Test
        @DisplayName("are the same faults, listed with how often they will still happen")
        void lists() {
            act("{\"action\": \"refuse\", \"times\": 2, \"only\": \"ReportUsage\"}");
            act("{\"action\": \"status\", \"status\": 503, \"times\": 2}");
            act("{\"action\": \"delay\", \"millis\": 5}");
            act("{\"action\": \"malformed\"}");
            act("{\"action\": \"loseAnswer\"}");
            client.query(READ);

            Answer answer = client.get("/control/faults");

            assertThat(answer.list("faults"))
                    .isEqualTo(List.of(
                            Map.of("action", "refuse", "times", 2L, "only", "ReportUsage"),
                            Map.of("action", "status", "status", 503L, "times", 1L),
                            Map.of("action", "delay", "millis", 5L),
                            Map.of("action", "malformed"),
                            Map.of("action", "loseAnswer")));
            assertThat(faults.pending()).hasSize(5);
        }

        @Test
        @DisplayName("end when everything is to behave")
        void behave() {
            act("{\"action\": \"refuse\"}");

            Answer answer = act("{\"action\": \"behave\"}");

            assertThat(answer.text()).isEqualTo("{\"faults\":[]}");
            assertThat(client.query(READ).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"action\": \"explode\"} | There is no action explode",
                    "{} | action must be a string",
                    "{\"action\": \"status\"} | status must be a whole number",
                    "{\"action\": \"status\", \"status\": 200} | status must be from 400 to 599, not 200",
                    "{\"action\": \"delay\"} | millis must be a whole number",
                    "{\"action\": \"refuse\", \"times\": 0} | times must be at least 1, not 0",
                    "{\"action\": \"refuse\", \"only\": 1} | only must be a string",
                    "{\"action\": \"refuse\", \"n\": 1} | There is no member n here, only action, status, millis, times, only",
                })
        @DisplayName("are told with status 400 what is wrong")
        void wrong(String body, String message) {
            Answer answer = act(body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorMessage()).isEqualTo(message);
            assertThat(faults.pending()).isEmpty();
        }
    }
}
