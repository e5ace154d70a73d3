package io.stigg.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.http.ScriptedServer.Received;
import io.stigg.sdk.port.ApiTransport;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.usage.ReportUsage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is sent")
class WhatIsSentTest extends TransportTest {
    private Received sent(HttpTransport options, StiggRequest<?> request) {
        open(options)
                .send(request)
                .toCompletableFuture()
                .handle((answer, failure) -> null)
                .join();
        return server.last();
    }

    private JsonObject body(StiggRequest<?> request) {
        return JsonParser.parseString(sent(options(), request).body()).getAsJsonObject();
    }

    private String variables(StiggRequest<?> request) {
        return body(request).get("variables").toString();
    }

    @Nested
    @DisplayName("as headers")
    class OfHeaders {
        @Test
        @DisplayName("with a GraphQL request: the key, who we are, what is asked")
        void withGraphQl() throws Exception {
            Received received = sent(options().source("JAVA").clientName("shop").clientVersion("1.2"), LATEST);

            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.target()).isEqualTo("/graphql");
            assertThat(received.headers())
                    .containsEntry("x-api-key", KEY)
                    .containsEntry("source", "JAVA")
                    .containsEntry("x-graphql-operation-name", "GetEntitlementsState")
                    .containsEntry("apollographql-client-name", "shop")
                    .containsEntry("apollographql-client-version", "1.2")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("accept", "application/json")
                    .containsEntry("accept-encoding", "gzip")
                    .doesNotContainKeys("x-api-version", "upgrade", "http2-settings");
            assertThat(received.headers().get("x-sdk-instance-id")).matches("[A-Za-z0-9_-]{21}");
            String host = received.headers().get("x-sdk-os-process-hostname");
            String pid = received.headers().get("x-sdk-os-process-id");
            String start = received.headers().get("x-sdk-os-process-timestamp");
            assertThat(host).isNotBlank();
            assertThat(pid).isEqualTo(Long.toString(ProcessHandle.current().pid()));
            assertThat(Long.parseLong(start)).isBetween(1_700_000_000_000L, System.currentTimeMillis());
            byte[] md5 = MessageDigest.getInstance("MD5").digest((host + pid + start).getBytes(StandardCharsets.UTF_8));
            assertThat(received.headers())
                    .containsEntry(
                            "x-sdk-os-process-fingerprint", HexFormat.of().formatHex(md5));
        }

        @Test
        @DisplayName("with an edge request: the version of the edge's files, and nothing of GraphQL")
        void withEdge() {
            Received received = sent(options().baseEdgeUri(server.uri()), NEAREST);

            assertThat(received.method()).isEqualTo("GET");
            assertThat(received.headers())
                    .containsEntry("x-api-key", KEY)
                    .containsEntry("source", "NODE_SERVER_SDK")
                    .containsEntry("x-api-version", "1")
                    .containsKeys("x-sdk-instance-id", "x-sdk-os-process-fingerprint")
                    .doesNotContainKeys(
                            "x-graphql-operation-name", "apollographql-client-name", "apollographql-client-version");
        }

        @Test
        @DisplayName("an instance id that is the transport's own")
        void instanceIdBelongsToTheTransport() {
            ApiTransport one = open(options());

            answer(one, LATEST);
            answer(one, LATEST);
            send(options(), LATEST);

            List<String> ids = server.received().stream()
                    .map(request -> request.headers().get("x-sdk-instance-id"))
                    .toList();
            assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        }
    }

    @Nested
    @DisplayName("as a body")
    class OfBodies {
        @Test
        @DisplayName("has the operation's name, its variables, and a document of that name with the types of unions")
        void hasNameVariablesAndDocument() {
            JsonObject body = body(LATEST);

            assertThat(body.keySet()).containsExactlyInAnyOrder("operationName", "variables", "query");
            assertThat(body.get("operationName").getAsString()).isEqualTo("GetEntitlementsState");
            assertThat(body.get("query").getAsString())
                    .startsWith("query GetEntitlementsState($query: FetchEntitlementsQuery!)")
                    .contains("fragment EntitlementFields on EntitlementUnion")
                    .contains("__typename");
        }

        @Test
        @DisplayName("of GetEntitlementsState has the resource only where there is one")
        void ofGetEntitlementsState() {
            CustomerScope resource = CustomerScope.of("acme").resource("site-1");

            assertThat(variables(LATEST)).isEqualTo("{\"query\":{\"customerId\":\"acme\"}}");
            assertThat(variables(new GetEntitlementsState(resource, GetEntitlementsState.Freshness.LATEST)))
                    .isEqualTo("{\"query\":{\"customerId\":\"acme\",\"resourceId\":\"site-1\"}}");
        }

        @Test
        @DisplayName("of GetSdkConfiguration has no variables")
        void ofGetSdkConfiguration() {
            assertThat(variables(new GetSdkConfiguration())).isEqualTo("{}");
        }

        @Test
        @DisplayName("of ReportUsage has all members")
        void ofReportUsage() {
            ReportUsage report = ReportUsage.of("acme", "calls", -2.5)
                    .forResource("site-1")
                    .replacing()
                    .at(Instant.parse("2026-01-31T10:00:00.123456Z"))
                    .withDimension("n", 3)
                    .withDimension("d", 0.5)
                    .withDimension("ok", true)
                    .withDimension("zone", "<eu> \"1\"")
                    .withIdempotencyKey("k-1");

            assertThat(variables(report))
                    .isEqualTo("{\"input\":{\"customerId\":\"acme\",\"resourceId\":\"site-1\",\"featureId\":\"calls\","
                            + "\"value\":-2.5,\"updateBehavior\":\"SET\",\"createdAt\":\"2026-01-31T10:00:00.123Z\","
                            + "\"dimensions\":{\"d\":0.5,\"n\":3,\"ok\":true,\"zone\":\"<eu> \\\"1\\\"\"},"
                            + "\"idempotencyKey\":\"k-1\"}}");
        }

        @Test
        @DisplayName("of ReportUsage leaves out what is absent, and writes whole numbers whole")
        void ofTheSmallestReportUsage() {
            ReportUsage report = ReportUsage.of("acme", "calls", 1).withIdempotencyKey("k");

            assertThat(variables(report))
                    .isEqualTo("{\"input\":{\"customerId\":\"acme\",\"featureId\":\"calls\",\"value\":1,"
                            + "\"updateBehavior\":\"DELTA\",\"idempotencyKey\":\"k\"}}");
        }

        @Test
        @DisplayName("of ProvisionCustomer has the customer and what it is subscribed to")
        void ofProvisionCustomer() {
            ProvisionCustomer request = ProvisionCustomer.of("acme")
                    .withName("Acme")
                    .withEmail("a@acme.com")
                    .withBillingId("cus_1")
                    .withCoupon("coupon-10")
                    .withMetadata("k", "v")
                    .subscribedTo(PlanSelection.of("plan-free"));

            assertThat(variables(request))
                    .isEqualTo(
                            "{\"input\":{\"refId\":\"acme\",\"customerId\":\"acme\",\"name\":\"Acme\",\"email\":\"a@acme.com\","
                                    + "\"billingId\":\"cus_1\",\"couponRefId\":\"coupon-10\",\"additionalMetaData\":{\"k\":\"v\"},"
                                    + "\"subscriptionParams\":{\"planId\":\"plan-free\"}}}");
            assertThat(variables(ProvisionCustomer.of("acme")))
                    .isEqualTo("{\"input\":{\"refId\":\"acme\",\"customerId\":\"acme\"}}");
        }

        @Test
        @DisplayName("of ProvisionSubscription has the selection, and asks the second version under the first's name")
        void ofProvisionSubscription() {
            PlanSelection selection = PlanSelection.of("plan-basic")
                    .forResource("site-1")
                    .withSubscriptionId("sub-1")
                    .billed(BillingPeriod.ANNUALLY)
                    .withAddon("addon-b", 2)
                    .withAddon("addon-a", 1)
                    .withQuantity("seats", 5)
                    .withMetadata("k", "v");
            ProvisionSubscription request =
                    ProvisionSubscription.of("acme", selection).startingAt(Instant.parse("2026-01-31T10:00:00Z"));

            JsonObject body = body(request);

            assertThat(body.get("variables").toString())
                    .isEqualTo(
                            "{\"input\":{\"customerId\":\"acme\",\"planId\":\"plan-basic\",\"resourceId\":\"site-1\",\"refId\":\"sub-1\","
                                    + "\"subscriptionId\":\"sub-1\",\"billingPeriod\":\"ANNUALLY\","
                                    + "\"addons\":[{\"addonId\":\"addon-a\",\"quantity\":1},"
                                    + "{\"addonId\":\"addon-b\",\"quantity\":2}],"
                                    + "\"billableFeatures\":[{\"featureId\":\"seats\",\"quantity\":5}],"
                                    + "\"additionalMetaData\":{\"k\":\"v\"},"
                                    + "\"startDate\":\"2026-01-31T10:00:00.000Z\"}}");
            assertThat(body.get("query").getAsString())
                    .contains("provisionSubscription: provisionSubscriptionV2(input: $input)");
        }
    }

    @Nested
    @DisplayName("to the edge")
    class ToTheEdge {
        private String target(CustomerScope scope) {
            return sent(
                            options().baseEdgeUri(server.uri()),
                            new GetEntitlementsState(scope, GetEntitlementsState.Freshness.NEAREST))
                    .target();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "acme, acme",
                    "acme.com, acme.com",
                    "a b, a%20b",
                    "a/../b, a%2F..%2Fb",
                    "\"..\", %2E%2E",
                    "\".\", %2E",
                    "a+b, a%2Bb",
                    "50%, 50%25",
                    "50%2F, 50%252F",
                    "ünï, %C3%BCn%C3%AF",
                    "😀, %F0%9F%98%80",
                    "a?b=c&d#e, a%3Fb%3Dc%26d%23e",
                    "a\\b, a%5Cb",
                    "a;b:c@d, a%3Bb%3Ac%40d",
                })
        @DisplayName("ids are encoded so that they stay one segment and one value")
        void encodesIds(String id, String encoded) {
            assertThat(target(CustomerScope.of(id))).isEqualTo("/v1/c/" + encoded + "/entitlements-state.json");
            assertThat(target(CustomerScope.of("acme").resource(id)))
                    .isEqualTo("/v1/c/acme/entitlements-state.json?resourceId=" + encoded);
        }

        @Test
        @DisplayName("the question for the configuration, below the base's path")
        void asksForTheConfiguration() {
            Received received = sent(options().baseEdgeUri(server.uri().resolve("/base/")), new GetSdkConfiguration());

            assertThat(received.target()).isEqualTo("/base/v1/config/server-sdk-configuration.json");
        }
    }
}
