package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Documents of any client")
class DocumentsTest {
    private static final String INTROSPECTION = """
            query IntrospectionQuery {
              __schema {
                queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType }
                directives { name description locations args { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description
              fields(includeDeprecated: true) {
                name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
              }
              inputFields { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
            fragment TypeRef on __Type {
              kind name ofType { kind name ofType { kind name ofType { kind name } } }
            }""";

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @BeforeEach
    void provision() {
        client.query("mutation { provisionCustomer(input: {customerId: \"cust-1\", subscriptionParams: "
                + "{planId: \"plan-free\"}}) { __typename } }");
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    private Answer request(String document, Map<String, ?> members) {
        Map<String, Object> body = new LinkedHashMap<>(members);
        body.put("query", document);
        return client.post("/graphql", Json.write(body));
    }

    @Nested
    @DisplayName("are answered")
    class Answered {
        @Test
        @DisplayName("with several aliases of one field, each with arguments of its own")
        void aliases() {
            Answer answer = client.query("""
                    {
                      few: entitlement(query: {customerId: "cust-1", featureId: "feature-api-calls", options: {requestedUsage: 1}}) { ok: isGranted }
                      many: entitlement(query: {customerId: "cust-1", featureId: "feature-api-calls", options: {requestedUsage: 101}}) { ok: isGranted }
                    }""");

            assertThat(answer.object("data"))
                    .containsExactly(entry("few", Map.of("ok", true)), entry("many", Map.of("ok", false)));
        }

        @Test
        @DisplayName("with fragments, named and inline, one in another, on unions and on the type itself")
        void fragments() {
            Answer answer = client.query("""
                    query {
                      entitlementV2(query: {customerId: "cust-1", featureId: "feature-seats"}) {
                        kind: __typename
                        ...Granted
                        ... on CreditEntitlement { currency { currencyId } }
                        ... { __typename }
                      }
                    }
                    fragment Granted on FeatureEntitlement { isGranted feature { ...Named ... on EntitlementFeature { featureType } } }
                    fragment Named on EntitlementFeature { __typename refId }""");

            assertThat(answer.json()).doesNotContainKey("errors");
            assertThat(answer.object("data", "entitlementV2"))
                    .contains(entry("kind", "FeatureEntitlement"), entry("__typename", "FeatureEntitlement"))
                    .contains(entry("isGranted", true))
                    .containsEntry(
                            "feature",
                            Map.of(
                                    "__typename",
                                    "EntitlementFeature",
                                    "refId",
                                    "feature-seats",
                                    "featureType",
                                    "NUMBER"))
                    .doesNotContainKey("currency");
        }

        @Test
        @DisplayName("with the type's name at every level, the root included")
        void typeNames() {
            Answer read = client.query(
                    "{ __typename paywall(input: {}) { __typename plans { __typename product { __typename } } } }");
            Answer change = client.query(
                    "mutation { __typename reportUsage(input: {customerId: \"cust-1\", featureId: \"feature-seats\", value: 1}) { __typename } }");

            assertThat(read.object("data")).containsEntry("__typename", "Query");
            assertThat(read.at("data", "paywall", "plans", 0, "product")).isEqualTo(Map.of("__typename", "Product"));
            assertThat(change.object("data"))
                    .containsExactly(
                            entry("__typename", "Mutation"),
                            entry("reportUsage", Map.of("__typename", "UsageMeasurementWithCurrentUsage")));
        }

        @Test
        @DisplayName("as the introspection of tools is, with every type")
        void introspection() {
            Answer answer = client.query(INTROSPECTION);

            assertThat(answer.json()).doesNotContainKey("errors");
            assertThat(answer.list("data", "__schema", "types"))
                    .hasSizeGreaterThan(200)
                    .anySatisfy(type -> assertThat(RawClient.members(type)).containsEntry("name", "EntitlementUnion"));
        }

        @Test
        @DisplayName("with the defaults of variables that are not given, and null for those that have none")
        void defaults() {
            String document = """
                    query ($customer: String! = "cust-1", $usage: Float = 101, $resource: String) {
                      entitlement(query: {customerId: $customer, featureId: "feature-api-calls", resourceId: $resource, options: {requestedUsage: $usage}}) {
                        isGranted customerId
                      }
                    }""";

            Answer defaults = request(document, Map.of());
            Answer given = request(document, Map.of("variables", Map.of("usage", 1, "unused", true)));

            assertThat(defaults.object("data", "entitlement"))
                    .contains(entry("isGranted", false), entry("customerId", "cust-1"));
            assertThat(given.object("data", "entitlement")).contains(entry("isGranted", true));
        }

        @Test
        @DisplayName(
                "with a single value where a list is meant, with whole numbers for others, and with enums as strings in variables")
        void coercion() {
            Answer one = client.query(
                    "query ($values: [String!]) { entitlement(query: {customerId: \"cust-1\", featureId: \"feature-support\", options: {requestedValues: $values}}) { requestedValues } }",
                    Map.of("values", "email"));
            Answer literal = client.query(
                    "{ entitlement(query: {customerId: \"cust-1\", featureId: \"feature-support\", options: {requestedValues: \"email\"}}) { requestedValues } }");
            Answer reported = client.query(
                    "mutation ($how: UsageUpdateBehavior, $value: Float!) { reportUsage(input: {customerId: \"cust-1\", featureId: \"feature-seats\", value: $value, updateBehavior: $how}) { currentUsage } }",
                    Map.of("how", "SET", "value", 2));

            assertThat(one.at("data", "entitlement", "requestedValues")).isEqualTo(List.of("email"));
            assertThat(literal.at("data", "entitlement", "requestedValues")).isEqualTo(List.of("email"));
            assertThat(reported.at("data", "reportUsage", "currentUsage")).isEqualTo(2L);
        }

        @Test
        @DisplayName("with directives that leave fields out")
        void directives() {
            Answer answer = client.query(
                    "query ($no: Boolean!) { sdkConfiguration @include(if: $no) { sentryDsn } __typename @skip(if: $no) }",
                    Map.of("no", false));

            assertThat(answer.object("data")).containsExactly(entry("__typename", "Query"));
        }

        @Test
        @DisplayName("of several operations by the one that is named")
        void operationName() {
            String document = "query First { a: __typename } query Second { b: __typename }";

            Answer second = request(document, Map.of("operationName", "Second"));
            Answer unnamed = request(document, Map.of());
            Answer unknown = request(document, Map.of("operationName", "Third"));

            assertThat(second.object("data")).containsExactly(entry("b", "Query"));
            assertThat(unnamed.errorCode()).isEqualTo("BadUserInput");
            assertThat(unknown.errorCode()).isEqualTo("BadUserInput");
        }

        @Test
        @DisplayName("with several mutations, which happen one after the other and go on past one that fails")
        void mutationsInSequence() {
            Answer answer = client.query("""
                    mutation {
                      first: reportUsage(input: {customerId: "cust-1", featureId: "feature-api-calls", value: 1}) { currentUsage }
                      ignored: importCustomersBulk(input: {customers: []})
                      second: reportUsage(input: {customerId: "cust-1", featureId: "feature-api-calls", value: 2}) { currentUsage }
                    }""");

            assertThat(answer.at("data", "first", "currentUsage")).isEqualTo(1L);
            assertThat(answer.at("data", "second", "currentUsage")).isEqualTo(3L);
        }

        @ParameterizedTest
        @ValueSource(strings = {"entitlements", "entitlementsV2"})
        @DisplayName("in the words of both versions from the same root")
        void versions(String field) {
            Answer answer = client.query("{ entitlementsState(query: {customerId: \"cust-1\"}) { " + field
                    + " { ... on " + (field.equals("entitlements") ? "Entitlement" : "FeatureEntitlement")
                    + " { usageLimit } } } }");

            assertThat(answer.list("data", "entitlementsState", field)).hasSize(6);
        }

        @Test
        @DisplayName("with comments, commas, block strings and a byte order of their own")
        void lexicalForms() {
            Answer answer =
                    client.query("# a comment\n\tquery,Q{,,entitlement(query:{featureId:\"\"\"feature-seats\"\"\""
                            + ",customerId:\"\\u0063ust-1\"}){isGranted,},}");

            assertThat(answer.at("data", "entitlement", "isGranted")).isEqualTo(true);
        }
    }

    @Nested
    @DisplayName("of others are refused")
    class Refused {
        @Test
        @DisplayName("as GraphQL does it: with the place, a code and a trace id, without data, and with status 200")
        void unknownField() {
            Answer answer = client.query("{\n  sdkConfiguration { nope }\n}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).doesNotContainKey("data");
            assertThat(answer.at("errors", 0, "locations")).isEqualTo(List.of(Map.of("line", 2L, "column", 22L)));
            assertThat(answer.errorMessage()).asString().contains("nope", "SdkConfiguration");
            assertThat(answer.object("errors", 0, "extensions"))
                    .containsEntry("code", "BadUserInput")
                    .hasEntrySatisfying(
                            "traceId", id -> assertThat(id).asString().isNotBlank());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "unknown argument | { sdkConfiguration(x: 1) { sentryDsn } }",
                    "unknown member | { entitlement(query: {customerId: \"c\", featureId: \"f\", nope: 1}) { isGranted } }",
                    "missing member | { entitlement(query: {customerId: \"c\"}) { isGranted } }",
                    "no selection | { sdkConfiguration }",
                    "selection of a leaf | { sdkConfiguration { sentryDsn { x } } }",
                    "unknown fragment | { sdkConfiguration { ...Nope } }",
                    "unused fragment | { __typename } fragment Unused on Query { __typename }",
                    "fragment of another type | { sdkConfiguration { ... on Customer { id } } }",
                    "field of a member of a union | { entitlementV2(query: {customerId: \"c\", featureId: \"f\"}) { isGranted } }",
                    "undeclared variable | { entitlement(query: $q) { isGranted } }",
                    "conflicting fields | { a: __typename a: sdkConfiguration { sentryDsn } }",
                    "no operation | fragment F on Query { __typename }"
                })
        @DisplayName("when they are not valid")
        void invalid(String what, String document) {
            Answer answer = client.query(document);

            assertThat(answer.status()).as(what).isEqualTo(200);
            assertThat(answer.errorCode()).isEqualTo("BadUserInput");
            assertThat(answer.json()).doesNotContainKey("data");
        }

        @Test
        @DisplayName("when a variable is not of its type")
        void wrongVariable() {
            String document = "query ($q: FetchEntitlementsQuery!) { cachedEntitlements(query: $q) { isGranted } }";

            Answer text = client.query(document, Map.of("q", "cust-1"));
            Answer number = client.query(document, Map.of("q", Map.of("customerId", 1)));
            Answer unknown = client.query(document, Map.of("q", Map.of("customerId", "cust-1", "nope", 1)));

            assertThat(List.of(text.errorCode(), number.errorCode(), unknown.errorCode()))
                    .containsOnly("BadUserInput");
        }

        @Test
        @DisplayName("when several come in one request")
        void batch() {
            Answer answer = client.post("/graphql", "\n [{\"query\": \"{ __typename }\"}]");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorCode()).isEqualTo("BadUserInput");
            assertThat(answer.errorMessage()).isEqualTo("The body is an array: operations are to be sent one by one");
        }

        @Test
        @DisplayName("when only the hash of one comes, in the words that have clients send the document itself")
        void persisted() {
            Answer hash = client.post(
                    "/graphql", "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"abc\"}}}");
            Answer both = request("{ __typename }", Map.of("extensions", Map.of("persistedQuery", Map.of())));

            assertThat(hash.status()).isEqualTo(400);
            assertThat(hash.errorMessage()).isEqualTo("PersistedQueryNotSupported");
            assertThat(both.object("data")).containsExactly(entry("__typename", "Query"));
        }

        @Test
        @DisplayName("when they come in the address, with the method that is needed instead")
        void inAddress() {
            Answer answer = client.get("/graphql?query=%7B__typename%7D");

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.response().headers().firstValue("Allow")).contains("POST");
            assertThat(answer.errorMessage()).isEqualTo("GET is not allowed here, only POST");
        }
    }

    @Nested
    @DisplayName("that ask for more than the SDK does are answered")
    class BeyondTheSdk {
        @Test
        @DisplayName("about the base plan of a plan")
        void basePlan() {
            Answer answer = client.query(
                    "{ paywall(input: {productId: \"product-acme\"}) { plans { refId basePlan { id refId displayName versionNumber product { refId } } } } }");

            assertThat(answer.json()).doesNotContainKey("errors");
            assertThat(answer.list("data", "paywall", "plans"))
                    .map(RawClient::members)
                    .filteredOn(plan -> "plan-pro".equals(plan.get("refId")))
                    .singleElement()
                    .extracting(plan -> RawClient.members(plan.get("basePlan")))
                    .satisfies(base -> assertThat(base)
                            .contains(entry("refId", "plan-basic"), entry("versionNumber", 1L))
                            .containsEntry("product", Map.of("refId", "product-acme")));
        }

        @Test
        @DisplayName("about what a plan grants in the older form, which knows no credits")
        void olderEntitlements() {
            Answer answer = client.query(
                    "{ paywall(input: {productId: \"product-acme\"}) { plans { entitlements { featureId } packageEntitlements { __typename } } } }");

            assertThat(answer.json()).doesNotContainKey("errors");
            assertThat(answer.text()).contains("PackageCreditEntitlement");
        }

        @Test
        @DisplayName("about a customer that is archived")
        void archived() {
            Answer answer = client.query(
                    "mutation { archiveCustomer(input: {customerId: \"cust-1\"}) { refId hasActiveSubscription hasPaymentMethod } }");

            assertThat(answer.object("data", "archiveCustomer"))
                    .contains(entry("hasActiveSubscription", false), entry("hasPaymentMethod", false));
        }

        @Test
        @DisplayName("about a grant that is revoked")
        void revoked() {
            client.query(
                    "mutation { grantPromotionalEntitlements(input: {customerId: \"cust-1\", promotionalEntitlements: [{featureId: \"feature-sso\", period: LIFETIME}]}) { id } }");

            Answer answer = client.query(
                    "mutation { revokePromotionalEntitlement(input: {customerId: \"cust-1\", featureId: \"feature-sso\"}) { featureId isVisible feature { displayName } } }");

            assertThat(answer.object("data", "revokePromotionalEntitlement"))
                    .contains(entry("featureId", "feature-sso"))
                    .containsEntry("feature", Map.of("displayName", "Single sign-on"));
        }

        @Test
        @DisplayName("about the add-ons of a subscription by an internal id")
        void addonIds() {
            client.query(
                    "mutation { provisionCustomer(input: {customerId: \"cust-2\", subscriptionParams: {planId: \"plan-basic\", addons: [{addonId: \"addon-calls\"}]}}) { __typename } }");

            Answer answer = client.query(
                    "{ getActiveSubscriptions(input: {customerId: \"cust-2\"}) { addons { id quantity addon { refId } } } }");

            assertThat(answer.at("data", "getActiveSubscriptions", 0, "addons", 0, "id"))
                    .asString()
                    .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }

        @Test
        @DisplayName("about the cost of usage without a word of how it counts")
        void costOfUsage() {
            Answer answer = client.query(
                    "{ estimateUsageCost(input: {customerId: \"cust-1\", featureId: \"feature-api-calls\", value: 1}) { __typename } }");

            assertThat(answer.json()).doesNotContainKey("errors");
        }

        @Test
        @DisplayName("about the paywall of a page that nobody buys on")
        void mockPaywall() {
            Answer answer = client.query(
                    "{ mockPaywall(input: {productId: \"product-acme\"}) { plans { __typename refId product { displayName } } } }");

            assertThat(answer.at("data", "mockPaywall", "plans", 0))
                    .isEqualTo(Map.of(
                            "__typename",
                            "PaywallPlan",
                            "refId",
                            "plan-free",
                            "product",
                            Map.of("displayName", "Acme")));
        }
    }
}
