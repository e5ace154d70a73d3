package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("GraphQL of the emulator")
class GraphqlRootsTest {
    private static final String STATE = Resources.text("edge-entitlements-state.graphql");

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @AfterEach
    void close() {
        emulator.close();
    }

    private void provision(String customerId, String planId) {
        backend.connect()
                .send(ProvisionCustomer.of(customerId).subscribedTo(PlanSelection.of(planId)))
                .toCompletableFuture()
                .join();
    }

    private static Map<String, Object> featureNamed(List<?> entitlements, String id) {
        return entitlements.stream()
                .map(RawClient::members)
                .filter(entitlement ->
                        entitlement.get("feature") instanceof Map<?, ?> feature && id.equals(feature.get("refId")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("answers a mutation under an alias, with the customer and the subscription that it made")
    void provisionsCustomer() {
        String document = """
                mutation ProvisionCustomer($input: ProvisionCustomerInput!) {
                  made: provisionCustomer(input: $input) {
                    customer { id customerId refId name email hasPaymentMethod hasActiveSubscription additionalMetaData updatedAt }
                    subscriptionDecisionStrategy
                    subscription {
                      id subscriptionId status pricingType startDate paymentCollection futureUpdates { scheduleStatus }
                      plan { id refId displayName versionNumber product { refId productSettings { downgradePlan { refId } } } }
                      customer { customerId }
                      addons { quantity addon { refId displayName } }
                    }
                    entitlementsV2 { __typename ... on FeatureEntitlement { feature { refId } } }
                  }
                }""";

        Answer answer = client.query(
                document,
                Map.of(
                        "input",
                        Map.of(
                                "customerId", "cust-1",
                                "name", "Ann",
                                "email", "ann@example.com",
                                "additionalMetaData", Map.of("tier", "gold"),
                                "subscriptionParams",
                                        Map.of(
                                                "planId",
                                                "plan-basic",
                                                "addons",
                                                List.of(Map.of("addonId", "addon-calls", "quantity", 2))))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).doesNotContainKey("errors");
        assertThat(answer.object("data", "made", "customer"))
                .contains(entry("customerId", "cust-1"), entry("refId", "cust-1"), entry("name", "Ann"))
                .contains(entry("hasActiveSubscription", true), entry("additionalMetaData", Map.of("tier", "gold")))
                .contains(entry("updatedAt", "2025-01-15T10:00:00.000Z"));
        assertThat(answer.object("data", "made", "subscription"))
                .contains(entry("status", "ACTIVE"), entry("pricingType", "PAID"))
                .contains(entry("futureUpdates", List.of()), entry("startDate", "2025-01-15T10:00:00.000Z"));
        assertThat(answer.object("data", "made", "subscription", "plan"))
                .contains(entry("refId", "plan-basic"), entry("versionNumber", 1L));
        assertThat(answer.at("data", "made", "subscription", "plan", "product", "refId"))
                .isEqualTo("product-acme");
        assertThat(answer.at("data", "made", "subscription", "addons", 0, "quantity"))
                .isEqualTo(2L);
        assertThat(answer.list("data", "made", "entitlementsV2")).isNotEmpty();
        assertThat(answer.at("data", "made", "subscriptionDecisionStrategy")).isEqualTo("REQUESTED_PLAN");
        assertThat(backend.customer("cust-1").flatMap(Customer::email)).contains("ann@example.com");
    }

    @Test
    @DisplayName("gives the same internal id to the same thing every time")
    void keepsInternalIds() {
        String document = "mutation { provisionCustomer(input: {customerId: \"cust-1\"}) { customer { id } } }";

        Object first = client.query(document).at("data", "provisionCustomer", "customer", "id");
        Object second = client.query(document).at("data", "provisionCustomer", "customer", "id");

        assertThat(first).asString().matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(second).isEqualTo(first);
    }

    @Test
    @DisplayName("provisions a subscription under the newer root, aliased to the older, and under the older itself")
    void provisionsSubscription() {
        provision("cust-1", "plan-free");
        String newer = """
                mutation ProvisionSubscription($input: ProvisionSubscriptionInput!) {
                  provisionSubscription: provisionSubscriptionV2(input: $input) {
                    __typename status checkoutUrl
                    subscription { subscriptionId plan { refId } }
                    entitlements { feature { refId } usageLimit }
                  }
                }""";

        Answer made = client.query(
                newer,
                Map.of("input", Map.of("customerId", "cust-1", "planId", "plan-basic", "billingPeriod", "MONTHLY")));
        Answer again = client.query(
                newer.replace("provisionSubscription: provisionSubscriptionV2", "provisionSubscription"),
                Map.of("input", Map.of("customerId", "cust-1", "planId", "plan-free")));

        assertThat(made.object("data", "provisionSubscription"))
                .contains(entry("__typename", "ProvisionSubscriptionResult"), entry("status", "SUCCESS"))
                .containsEntry("checkoutUrl", null);
        assertThat(made.at("data", "provisionSubscription", "subscription", "plan", "refId"))
                .isEqualTo("plan-basic");
        assertThat(featureNamed(made.list("data", "provisionSubscription", "entitlements"), "feature-api-calls"))
                .contains(entry("usageLimit", 1000L));
        assertThat(again.at("data", "provisionSubscription", "subscription", "plan", "refId"))
                .isEqualTo("plan-free");
    }

    @Test
    @DisplayName("adds reported usage and tells the usage of the period")
    void reportsUsage() {
        provision("cust-1", "plan-free");
        String document = """
                mutation ReportUsage($input: ReportUsageInput!) {
                  reportUsage(input: $input) {
                    id customerId featureId currentUsage usagePeriodStart usagePeriodEnd nextResetDate timestamp
                    credit { consumed }
                  }
                }""";

        Answer answer = client.query(
                document,
                Map.of("input", Map.of("customerId", "cust-1", "featureId", "feature-api-calls", "value", 40)));

        assertThat(answer.object("data", "reportUsage"))
                .contains(entry("customerId", "cust-1"), entry("featureId", "feature-api-calls"))
                .contains(entry("currentUsage", 40L), entry("usagePeriodStart", "2025-01-15T10:00:00.000Z"))
                .contains(entry("usagePeriodEnd", "2025-02-15T10:00:00.000Z"))
                .contains(entry("nextResetDate", "2025-02-15T10:00:00.000Z"))
                .containsEntry("credit", null);
    }

    @Test
    @DisplayName("counts a report with the same idempotency key once")
    void reportsUsageOnce() {
        provision("cust-1", "plan-free");
        String document = """
                mutation {
                  reportUsage(input: {
                    customerId: "cust-1", featureId: "feature-api-calls", value: 40, updateBehavior: DELTA,
                    idempotencyKey: "k", dimensions: {region: "eu", beta: true, weight: 1.5}, createdAt: "2025-01-15T12:00:00+02:00"
                  }) { currentUsage }
                }""";

        client.query(document);
        Answer again = client.query(document);

        assertThat(again.at("data", "reportUsage", "currentUsage")).isEqualTo(40L);
    }

    @Test
    @DisplayName("takes reports in bulk, in order")
    void reportsUsageInBulk() {
        provision("cust-1", "plan-free");
        Map<String, ?> report = Map.of("customerId", "cust-1", "featureId", "feature-api-calls", "value", 3);

        Answer answer = client.query(
                "mutation ($input: ReportUsageBulkInput!) { reportUsageBulk(input: $input) { currentUsage } }",
                Map.of("input", Map.of("usages", List.of(report, report))));

        assertThat(answer.list("data", "reportUsageBulk"))
                .isEqualTo(List.of(Map.of("currentUsage", 3L), Map.of("currentUsage", 6L)));
    }

    @Test
    @DisplayName("refuses more than 100 reports at once and takes none of them")
    void refusesLargeBulk() {
        provision("cust-1", "plan-free");
        Map<String, ?> report = Map.of("customerId", "cust-1", "featureId", "feature-api-calls", "value", 1);

        Answer answer = client.query(
                "mutation ($input: ReportUsageBulkInput!) { reportUsageBulk(input: $input) { currentUsage } }",
                Map.of(
                        "input",
                        Map.of(
                                "usages",
                                IntStream.range(0, 101).mapToObj(i -> report).toList())));

        assertThat(answer.errorCode()).isEqualTo("BadUserInput");
        assertThat(client.query(STATE, Map.of("query", Map.of("customerId", "cust-1")))
                        .text())
                .contains("\"currentUsage\":0");
    }

    @Test
    @DisplayName("tells the settings of SDKs")
    void tellsConfiguration() {
        Answer answer = client.query(
                "query GetSdkConfiguration { sdkConfiguration { __typename isWidgetWatermarkEnabled sentryDsn } }");

        assertThat(answer.object("data", "sdkConfiguration"))
                .contains(entry("__typename", "SdkConfiguration"))
                .containsEntry("sentryDsn", null)
                .hasEntrySatisfying(
                        "isWidgetWatermarkEnabled", value -> assertThat(value).isInstanceOf(Boolean.class));
    }

    @Nested
    @DisplayName("for a customer on the free plan")
    class OnFreePlan {
        @BeforeEach
        void provisionCustomer() {
            provision("cust-1", "plan-free");
        }

        @Test
        @DisplayName("lists entitlements in both forms, with the type of each member of a union")
        void listsState() {
            Answer answer = client.query(STATE, Map.of("query", Map.of("customerId", "cust-1")));

            Map<String, Object> calls =
                    featureNamed(answer.list("data", "entitlementsState", "entitlementsV2"), "feature-api-calls");
            assertThat(calls)
                    .contains(entry("__typename", "FeatureEntitlement"), entry("isGranted", true))
                    .contains(
                            entry("usageLimit", 100L), entry("hasUnlimitedUsage", false), entry("hasSoftLimit", false))
                    .contains(entry("currentUsage", 0L), entry("resetPeriod", "MONTH"))
                    .contains(entry("usagePeriodStart", "2025-01-15T10:00:00.000Z"))
                    .contains(entry("usagePeriodEnd", "2025-02-15T10:00:00.000Z"));
            assertThat(calls.get("resetPeriodConfiguration"))
                    .isEqualTo(Map.of(
                            "__typename", "MonthlyResetPeriodConfig", "monthlyAccordingTo", "SubscriptionStart"));
            assertThat(featureNamed(answer.list("data", "entitlementsState", "entitlements"), "feature-api-calls"))
                    .contains(entry("__typename", "Entitlement"), entry("customerId", "cust-1"))
                    .contains(entry("nextResetDate", "2025-02-15T10:00:00.000Z"));
            assertThat(answer.object("data", "entitlementsState")).containsEntry("accessDeniedReason", null);
        }

        @Test
        @DisplayName("lists the older form alone, under the alias that clients use")
        void listsOlderForm() {
            Answer answer = client.query(
                    "query ($q: FetchEntitlementsQuery!) { entitlements: cachedEntitlements(query: $q) { feature { refId } enumValues } }",
                    Map.of("q", Map.of("customerId", "cust-1")));

            assertThat(featureNamed(answer.list("data", "entitlements"), "feature-support"))
                    .contains(entry("enumValues", List.of("community")));
        }

        @Test
        @DisplayName("judges one entitlement with what is requested, and says what was requested")
        void judgesUsage() {
            String document = """
                    query ($q: FetchEntitlementQuery!) {
                      entitlement(query: $q) { isGranted accessDeniedReason requestedUsage currentUsage usageLimit customerId }
                    }""";

            Answer granted = client.query(document, question("feature-api-calls", Map.of("requestedUsage", 100)));
            Answer denied = client.query(document, question("feature-api-calls", Map.of("requestedUsage", 101)));

            assertThat(granted.object("data", "entitlement")).contains(entry("isGranted", true));
            assertThat(denied.object("data", "entitlement"))
                    .contains(entry("isGranted", false), entry("accessDeniedReason", "RequestedUsageExceedingLimit"))
                    .contains(entry("requestedUsage", 101L), entry("usageLimit", 100L), entry("customerId", "cust-1"));
        }

        @Test
        @DisplayName("judges requested values")
        void judgesValues() {
            Answer answer = client.query(
                    "query ($q: FetchEntitlementQuery!) { entitlement(query: $q) { isGranted accessDeniedReason requestedValues } }",
                    question("feature-support", Map.of("requestedValues", List.of("email"))));

            assertThat(answer.object("data", "entitlement"))
                    .contains(entry("isGranted", false), entry("accessDeniedReason", "RequestedValuesMismatch"))
                    .contains(entry("requestedValues", List.of("email")));
        }

        @Test
        @DisplayName("knows that there is no such feature")
        void missesFeature() {
            Answer answer = client.query(
                    "query ($q: FetchEntitlementQuery!) { entitlement(query: $q) { isGranted accessDeniedReason feature { refId } } }",
                    question("feature-nope", Map.of()));

            assertThat(answer.object("data", "entitlement"))
                    .contains(entry("isGranted", false), entry("accessDeniedReason", "FeatureNotFound"))
                    .containsEntry("feature", null);
        }

        @Test
        @DisplayName("judges one entitlement as a member of the union")
        void judgesInUnion() {
            Answer answer = client.query(
                    "query ($q: GetEntitlementV2Input!) { entitlementV2(query: $q) { __typename ... on FeatureEntitlement { isGranted feature { refId } } } }",
                    question("feature-seats", Map.of()));

            assertThat(answer.object("data", "entitlementV2"))
                    .isEqualTo(Map.of(
                            "__typename",
                            "FeatureEntitlement",
                            "isGranted",
                            true,
                            "feature",
                            Map.of("refId", "feature-seats")));
        }

        @Test
        @DisplayName("judges credits that the customer has none of")
        void judgesCredits() {
            Answer answer = client.query(
                    "query ($q: GetEntitlementV2Input!) { entitlementV2(query: $q) { __typename ... on CreditEntitlement { isGranted currency { currencyId } } } }",
                    Map.of("q", Map.of("customerId", "cust-1", "currencyId", "cred-ai")));

            assertThat(answer.object("data", "entitlementV2"))
                    .isEqualTo(Map.of(
                            "__typename",
                            "CreditEntitlement",
                            "isGranted",
                            false,
                            "currency",
                            Map.of("currencyId", "cred-ai")));
        }

        @Test
        @DisplayName("wants either a feature or a currency")
        void wantsOneReference() {
            Answer answer = client.query(
                    "query ($q: GetEntitlementV2Input!) { entitlementV2(query: $q) { __typename } }",
                    Map.of("q", Map.of("customerId", "cust-1")));

            assertThat(answer.errorCode()).isEqualTo("BadUserInput");
            assertThat(answer.errorMessage()).asString().contains("featureId", "currencyId");
        }

        private Map<String, ?> question(String featureId, Map<String, ?> options) {
            return Map.of("q", Map.of("customerId", "cust-1", "featureId", featureId, "options", options));
        }
    }

    @Nested
    @DisplayName("for those that are not there")
    class NotThere {
        @Test
        @DisplayName("denies an unknown customer in the state, without an error")
        void unknownCustomer() {
            Answer answer = client.query(STATE, Map.of("query", Map.of("customerId", "cust-x")));

            assertThat(answer.object("data", "entitlementsState"))
                    .contains(entry("accessDeniedReason", "CustomerNotFound"), entry("entitlementsV2", List.of()));
        }

        @Test
        @DisplayName("denies an unknown resource in each entitlement")
        void unknownResource() {
            provision("cust-1", "plan-free");

            Answer answer =
                    client.query(STATE, Map.of("query", Map.of("customerId", "cust-1", "resourceId", "site-9")));

            assertThat(featureNamed(answer.list("data", "entitlementsState", "entitlementsV2"), "feature-seats"))
                    .contains(entry("isGranted", false), entry("accessDeniedReason", "CustomerResourceNotFound"));
        }

        @Test
        @DisplayName("takes an empty resource id for the customer level")
        void emptyResource() {
            provision("cust-1", "plan-free");

            Answer answer = client.query(STATE, Map.of("query", Map.of("customerId", "cust-1", "resourceId", "")));

            assertThat(answer.list("data", "entitlementsState", "entitlements")).isNotEmpty();
        }
    }

    @Test
    @DisplayName("shows usage that was set in the backend at once")
    void readsBackend() {
        provision("cust-1", "plan-free");
        backend.setUsage(CustomerScope.of("cust-1"), "feature-seats", 1.5);

        Answer answer = client.query(STATE, Map.of("query", Map.of("customerId", "cust-1")));

        assertThat(featureNamed(answer.list("data", "entitlementsState", "entitlementsV2"), "feature-seats"))
                .extracting("currentUsage", InstanceOfAssertFactories.DOUBLE)
                .isEqualTo(1.5);
    }

    @Test
    @DisplayName("answers introspection, for tools")
    void introspects() {
        Answer answer =
                client.query("{ __schema { queryType { name } mutationType { name } subscriptionType { name } } }");

        assertThat(answer.at("data", "__schema", "subscriptionType", "name")).isEqualTo("Subscription");
    }
}
