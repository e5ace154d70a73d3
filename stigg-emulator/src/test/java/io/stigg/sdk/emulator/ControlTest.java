package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.AcmeCatalog;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The control of the emulator")
class ControlTest {
    private static final String CONFIGURATION = "/v1/config/server-sdk-configuration.json";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("secret-key").start();
    private final RawClient client = new RawClient(emulator.uri(), "secret-key");

    @AfterEach
    void close() {
        emulator.close();
    }

    private void provision(String customerId) {
        backend.connect()
                .send(ProvisionCustomer.of(customerId).subscribedTo(PlanSelection.of("plan-free")))
                .toCompletableFuture()
                .join();
    }

    private Answer delete(String path) {
        return client.send(client.to(path).DELETE());
    }

    @Test
    @DisplayName("lets a customer pay on a checkout page")
    void checkout() {
        client.post("/control/billing", "{\"action\": \"connect\"}");
        provision("cust-1");
        String provisioning = "{\"query\": \"mutation { provisionSubscriptionV2(input: {customerId: \\\"cust-1\\\","
                + " planId: \\\"plan-basic\\\", billingPeriod: MONTHLY, checkoutOptions: {successUrl: \\\"https://a\\\","
                + " cancelUrl: \\\"https://b\\\"}}) { status checkoutUrl checkoutBillingId } }\"}";

        Answer required = client.post("/graphql", provisioning);
        Answer paid = client.post("/control/checkouts", "{\"action\": \"complete\", \"id\": \"checkout-1\"}");
        Answer again = client.post("/control/checkouts", "{\"action\": \"complete\", \"id\": \"checkout-1\"}");

        assertThat(required.text()).contains("PAYMENT_REQUIRED", "https://checkout.invalid/checkout-1");
        assertThat(paid.text()).contains("\"status\":\"COMPLETED\"");
        assertThat(again.status()).isEqualTo(409);
        assertThat(client.get("/control/checkouts").text()).contains("plan-basic");
        assertThat(backend.subscriptions("cust-1"))
                .extracting(subscription -> subscription.planId())
                .containsExactly("plan-free", "plan-basic");
    }

    @Test
    @DisplayName("sets usage, takes snapshots and goes back to them, and to the beginning")
    void snapshots() {
        provision("cust-1");
        client.post("/control/snapshots", "{\"action\": \"take\", \"name\": \"one\"}");
        client.post(
                "/control/usage", "{\"customerId\": \"cust-1\", \"featureId\": \"feature-api-calls\", \"usage\": 40}");
        double used = calls();

        client.post("/control/snapshots", "{\"action\": \"restore\", \"name\": \"one\"}");
        double restored = calls();
        client.post("/control/snapshots", "{\"action\": \"reset\"}");

        assertThat(used).isEqualTo(40);
        assertThat(restored).isZero();
        assertThat(backend.customer("cust-1")).isEmpty();
    }

    private double calls() {
        return backend.entitlement(FeatureQuery.of("cust-1", "feature-api-calls"))
                .fact()
                .orElseThrow()
                .usage()
                .currentUsage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing | {\"action\": \"sell\"} | 400",
                "billing | {\"action\": \"pay\", \"subscriptionId\": \"none\"} | 409",
                "checkouts | {\"action\": \"complete\", \"id\": \"none\"} | 400",
                "snapshots | {\"action\": \"restore\", \"name\": \"none\"} | 400",
                "snapshots | {\"action\": \"take\", \"name\": \" \"} | 400",
                "usage | {\"customerId\": \"none\", \"featureId\": \"feature-api-calls\", \"usage\": 1} | 409"
            })
    @DisplayName("refuses what cannot be done, and says why")
    void refused(String resource, String body, int status) {
        Answer answer = client.post("/control/" + resource, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(String.valueOf(answer.errorMessage())).isNotBlank().isNotEqualTo("null");
    }

    @Test
    @DisplayName("says what there is to control")
    void unknownResource() {
        Answer answer = client.get("/control/weather");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorMessage())
                .isEqualTo(
                        "Nothing at /control/weather, only at /control/billing, checkouts, clock, customers, exchanges, explanations, faults, pushes, query, requests, snapshots, streams, usage");
    }

    @ParameterizedTest
    @CsvSource({
        "clock,'GET, POST'",
        "requests,'DELETE, GET'",
        "pushes,'DELETE, GET'",
        "faults,'GET, POST'",
        "billing,'GET, POST'",
        "checkouts,'GET, POST'",
        "snapshots,'GET, POST'",
        "usage,POST",
        "customers,GET",
        "exchanges,'DELETE, GET'",
        "explanations,GET",
        "query,POST"
    })
    @DisplayName("says which methods a resource takes")
    void wrongMethod(String resource, String methods) {
        Answer answer = client.send(client.to("/control/" + resource).method("PUT", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.response().headers().firstValue("Allow")).contains(methods);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock",
                "requests",
                "pushes",
                "faults",
                "streams",
                "customers",
                "explanations",
                "exchanges",
                "live"
            })
    @DisplayName("refuses another key")
    void wrongKey(String resource) {
        RawClient other = new RawClient(emulator.uri(), "other");

        assertThat(other.get("/control/" + resource).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock",
                "requests",
                "pushes",
                "faults",
                "streams",
                "customers",
                "explanations",
                "exchanges",
                "live"
            })
    @DisplayName("refuses web pages of others")
    void foreignPage(String resource) {
        Answer answer = client.send(client.to("/control/" + resource)
                .header("Origin", "http://evil.example")
                .GET());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("AccessDeniedError");
    }

    @Nested
    @DisplayName("of time")
    class Time {
        @Test
        @DisplayName("tells what time it is")
        void tells() {
            assertThat(client.get("/control/clock").text()).isEqualTo("{\"now\":\"2025-01-15T10:00:00.000Z\"}");
        }

        @Test
        @DisplayName("moves it on by a duration and to an instant, and everybody has the new time at once")
        void moves() {
            Answer byHour = client.post("/control/clock", "{\"advance\": \"PT1H\"}");
            Answer toFebruary = client.post("/control/clock", "{\"advanceTo\": \"2025-02-01T01:00:00+01:00\"}");

            assertThat(byHour.json()).containsExactly(entry("now", "2025-01-15T11:00:00.000Z"));
            assertThat(toFebruary.json()).containsExactly(entry("now", "2025-02-01T00:00:00.000Z"));
            assertThat(backend.now()).isEqualTo(Instant.parse("2025-02-01T00:00:00Z"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{} | Either advance or advanceTo is needed, and not both",
                    "{\"advance\": \"PT1H\", \"advanceTo\": \"2025-02-01T00:00:00Z\"} | Either advance or advanceTo is needed, and not both",
                    "{\"advance\": 5} | advance must be a string",
                    "{\"advance\": \"1h\"} | advance must be a duration such as PT1H or P1D, not 1h",
                    "{\"advance\": \"-PT1S\"} | time does not go back: PT-1S",
                    "{\"advance\": \"P999999999999D\"} | Time does not go that far",
                    "{\"advanceTo\": \"tomorrow\"} | advanceTo must be an instant such as 2025-01-15T10:00:00Z, not tomorrow",
                    "{\"advanceTo\": \"2025-01-01T00:00:00Z\"} | time does not go back: it is 2025-01-15T10:00:00Z, past 2025-01-01T00:00:00Z",
                    "{\"advnce\": \"PT1H\"} | There is no member advnce here, only advance, advanceTo",
                })
        @DisplayName("is told with status 400 what is wrong, and leaves the time alone")
        void wrong(String body, String message) {
            Answer answer = client.post("/control/clock", body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorMessage()).isEqualTo(message);
            assertThat(backend.now()).isEqualTo(Instant.parse("2025-01-15T10:00:00Z"));
        }

        @Test
        @DisplayName("is status 409 where time goes by itself, which it tells nevertheless")
        void systemClock() {
            try (SdkClock time = SdkClock.system();
                    StiggEmulator running = StiggEmulator.serving(StiggBackend.of(AcmeCatalog.create(), time))
                            .start()) {
                RawClient other = new RawClient(running.uri(), "any");

                Answer moved = other.post("/control/clock", "{\"advance\": \"PT1H\"}");

                assertThat(moved.status()).isEqualTo(409);
                assertThat(moved.errorMessage())
                        .isEqualTo("The time is that of this machine and cannot be moved;"
                                + " it can where the emulator is started with --clock");
                assertThat(other.get("/control/clock").json()).containsKey("now");
            }
        }
    }

    @Nested
    @DisplayName("of the log of requests")
    class Requests {
        @Test
        @DisplayName("lists them in order, without those to the control and without the key")
        void lists() {
            client.get(CONFIGURATION + "?a=b");
            client.query("query Named { sdkConfiguration { sentryDsn } }");
            client.get("/control/clock");

            Answer answer = client.get("/control/requests");

            assertThat(answer.json())
                    .isEqualTo(Map.of(
                            "count",
                            2L,
                            "requests",
                            List.of(
                                    Map.of("method", "GET", "path", CONFIGURATION, "query", "a=b"),
                                    Map.of("method", "POST", "path", "/graphql", "query", "", "operation", "Named"))));
            assertThat(answer.text()).doesNotContain("secret-key");
        }

        @Test
        @DisplayName("lists the latest alone, if that is asked for")
        void limits() {
            client.get("/health");
            client.get(CONFIGURATION);

            Answer answer = client.get("/control/requests?limit=1");

            assertThat(answer.at("requests", 0, "path")).isEqualTo(CONFIGURATION);
            assertThat(answer.list("requests")).hasSize(1);
            assertThat(answer.json()).containsEntry("count", 2L);
        }

        @Test
        @DisplayName("forgets them")
        void clears() {
            client.get("/health");

            Answer answer = delete("/control/requests");

            assertThat(answer.text()).isEqualTo("{\"count\":0,\"requests\":[]}");
            assertThat(emulator.requestCount()).isZero();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "limit=few | limit must be a whole number",
                    "limit=-1 | limit must be a whole number",
                    "limit | limit must be a whole number",
                    "latest=5 | There is no member latest here, only limit",
                })
        @DisplayName("is told with status 400 what is wrong")
        void wrong(String query, String message) {
            Answer answer = client.get("/control/requests?" + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorMessage()).isEqualTo(message);
        }
    }

    @Nested
    @DisplayName("of the log of what was told")
    class Pushes {
        @Test
        @DisplayName("lists it in order and in the words of the newer subscriptions")
        void lists() {
            provision("cust-1");
            backend.setUsage(CustomerScope.of("cust-1"), "feature-seats", 2);
            backend.publish(
                    backend.catalog().plan("plan-free").orElseThrow(), PackagePublished.Migration.NEW_CUSTOMERS);

            Answer answer = client.get("/control/pushes");

            assertThat(answer.json()).containsEntry("count", 3L);
            assertThat(answer.object("pushes", 0, "entitlementsUpdatedV2")).containsEntry("customerId", "cust-1");
            assertThat(answer.list("pushes", 0, "entitlementsUpdatedV2", "entitlements"))
                    .isNotEmpty();
            assertThat(answer.at("pushes", 1, "usageUpdatedV2", "entitlementReference"))
                    .isEqualTo(Map.of("id", "feature-seats", "type", "FEATURE"));
            assertThat(answer.at("pushes", 1, "usageUpdatedV2", "usage", "currentUsage"))
                    .isEqualTo(2L);
            assertThat(answer.at("pushes", 1, "usageUpdatedV2", "usage", "usageUpdatedAt"))
                    .isEqualTo("2025-01-15T10:00:00.000Z");
            assertThat(answer.object("pushes", 2, "packagePublished")).containsEntry("packageRefId", "plan-free");
        }

        @Test
        @DisplayName("lists the latest alone, if that is asked for, and forgets")
        void limitsAndClears() {
            provision("cust-1");
            provision("cust-2");

            Answer latest = client.get("/control/pushes?limit=1");
            Answer cleared = delete("/control/pushes");

            assertThat(latest.list("pushes")).hasSize(1);
            assertThat(latest.object("pushes", 0, "entitlementsUpdatedV2")).containsEntry("customerId", "cust-2");
            assertThat(cleared.text()).isEqualTo("{\"count\":0,\"pushes\":[]}");
            assertThat(backend.pushes()).isEmpty();
        }
    }

    @Nested
    @DisplayName("is for programs on this machine")
    class Local {
        @Test
        @DisplayName("and refuses others, who have everything else")
        void refusesOthers() throws IOException {
            try (StiggEmulator listening =
                    StiggEmulator.serving(backend).host("0.0.0.0").start()) {
                RawClient remote = new RawClient(Callers.seenFromAfar(listening), "any");

                Answer refused = remote.get("/control/clock");

                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.errorMessage()).asString().contains("--allow-remote-control");
                assertThat(remote.get(CONFIGURATION).status()).isEqualTo(200);
                assertThat(new RawClient(listening.uri(), "any")
                                .get("/control/clock")
                                .status())
                        .isEqualTo(200);
            }
        }

        @Test
        @DisplayName("and is for others as well where that is allowed, but for web pages still not")
        void allowsOthers() throws IOException {
            try (StiggEmulator listening = StiggEmulator.serving(backend)
                    .host("0.0.0.0")
                    .allowRemoteControl()
                    .start()) {
                RawClient remote = new RawClient(Callers.seenFromAfar(listening), "any");

                assertThat(remote.get("/control/clock").status()).isEqualTo(200);
                assertThat(remote.send(remote.to("/control/clock")
                                        .header("Origin", "http://evil.example")
                                        .GET())
                                .status())
                        .isEqualTo(403);
            }
        }

        @Test
        @DisplayName("and refuses who calls this machine by a name that somebody has bent to it")
        void refusesBentNames() throws IOException {
            assertThat(Callers.getAs("evil.example:4000", emulator.uri(), "/control/clock"))
                    .startsWith("HTTP/1.1 403 ");
        }
    }
}
