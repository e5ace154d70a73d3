package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.StiggBackend;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The emulator's edge")
class EdgeTest {
    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.edgeUri(), "key");

    @AfterEach
    void close() {
        emulator.close();
    }

    private void provision(ProvisionCustomer request) {
        backend.connect().send(request).toCompletableFuture().join();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    @DisplayName("tells entitlements in the body of the GraphQL answer")
    void agreesWithGraphql() {
        provision(ProvisionCustomer.of("cust-1")
                .subscribedTo(PlanSelection.of("plan-pro").withQuantity("feature-seats", 3)));

        Answer edge = client.get("/v1/c/cust-1/entitlements-state.json");
        Answer graphql = client.query(
                Resources.text("edge-entitlements-state.graphql"), Map.of("query", Map.of("customerId", "cust-1")));

        assertThat(edge.status()).isEqualTo(200);
        assertThat(edge.list("data", "entitlementsState", "entitlementsV2")).isNotEmpty();
        assertThat(edge.json()).isEqualTo(graphql.json());
        assertThat(edge.at("data", "entitlementsState", "entitlementsV2", 0, "__typename"))
                .isNotNull();
        assertThat(edge.response().headers().firstValue("content-type")).contains("application/json; charset=utf-8");
    }

    @Test
    @DisplayName("includes credits in the newer form alone")
    void tellsCredits() {
        provision(ProvisionCustomer.of("cust-1")
                .subscribedTo(PlanSelection.of("plan-pro").withQuantity("feature-seats", 3)));

        String body = client.get("/v1/c/cust-1/entitlements-state.json").text();

        assertThat(body).contains("\"__typename\":\"CreditEntitlement\"").contains("\"currencyId\":\"cred-ai\"");
    }

    @Test
    @DisplayName("tells older clients the older form, without credits")
    void tellsOlderClients() {
        provision(ProvisionCustomer.of("cust-1")
                .subscribedTo(PlanSelection.of("plan-pro").withQuantity("feature-seats", 3)));

        Answer older = client.get("/v1/c/cust-1/entitlements.json");
        Answer newer = client.get("/v1/c/cust-1/entitlements-state.json");

        assertThat(older.status()).isEqualTo(200);
        assertThat(older.list("data", "entitlements"))
                .isNotEmpty()
                .isEqualTo(newer.list("data", "entitlementsState", "entitlements"));
        assertThat(older.object("data")).containsOnlyKeys("entitlements");
        assertThat(older.text()).doesNotContain("CreditEntitlement");
    }

    @Test
    @DisplayName("tells older clients the entitlements of a resource, and an empty list of nobody")
    void tellsOlderClientsResource() {
        provision(ProvisionCustomer.of("cust-1")
                .subscribedTo(PlanSelection.of("plan-site-plus").forResource("site/1")));

        Answer resource = client.get("/v1/c/cust-1/entitlements.json?resourceId=site%2F1");
        Answer nobody = client.get("/v1/c/nobody/entitlements.json");

        assertThat(resource.at("data", "entitlements", 0, "resourceId")).isEqualTo("site/1");
        assertThat(nobody.text()).isEqualTo("{\"data\":{\"entitlements\":[]}}");
    }

    @Test
    @DisplayName("tells the settings of server SDKs")
    void tellsConfiguration() {
        Answer answer = client.get("/v1/config/server-sdk-configuration.json");

        assertThat(answer.object("data", "sdkConfiguration")).containsKey("isWidgetWatermarkEnabled");
    }

    @Test
    @DisplayName("tells what anybody sees of a product, in the body of the GraphQL answer")
    void tellsPricingPage() {
        Answer edge = client.get("/v1/p/product-acme/paywall.json?fetchAllCountriesPrices=undefined");
        Answer graphql = client.query(
                Resources.text("edge-paywall.graphql"), Map.of("input", Map.of("productId", "product-acme")));

        assertThat(edge.json()).isEqualTo(graphql.json());
        assertThat(edge.list("data", "paywall", "plans"))
                .extracting(plan -> RawClient.members(plan).get("refId"))
                .containsExactly("plan-free", "plan-basic", "plan-pro", "plan-ent");
        assertThat(edge.at("data", "paywall", "plans", 1, "prices", 0, "price", "amount"))
                .isEqualTo(10L);
        assertThat(edge.object("data", "paywall")).containsEntry("customer", null);
    }

    @Test
    @DisplayName("tells what anybody sees of all products, and of one with any id")
    void tellsPricingPages() {
        Answer all = client.get("/v1/paywall.json?fetchAllCountriesPrices=false");
        Answer nothing = client.get("/v1/p/a%2Fb/paywall.json?fetchAllCountriesPrices=false");

        assertThat(all.list("data", "paywall", "plans")).hasSize(6);
        assertThat(nothing.errorCode()).isEqualTo("ProductNotFoundError");
        assertThat(nothing.errorMessage()).asString().contains("a/b");
    }

    @Test
    @DisplayName("tells the entitlements of a resource")
    void tellsResource() {
        provision(ProvisionCustomer.of("cust-1")
                .subscribedTo(PlanSelection.of("plan-site-plus").forResource("site/1+2")));

        Answer resource = client.get("/v1/c/cust-1/entitlements-state.json?x=y&resourceId=site%2F1+2");
        Answer customer = client.get("/v1/c/cust-1/entitlements-state.json?resourceId=");

        assertThat(resource.at("data", "entitlementsState", "entitlements", 0, "resourceId"))
                .isEqualTo("site/1+2");
        assertThat(customer.at("data", "entitlementsState", "accessDeniedReason"))
                .isEqualTo("NoActiveSubscription");
    }

    @Test
    @DisplayName("lists the active subscriptions of a customer, and of resources by their encoded ids")
    void listsSubscriptions() {
        provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
        provision(ProvisionCustomer.of("cust-1")
                .subscribedTo(PlanSelection.of("plan-site-plus").forResource("site/1")));

        Answer customer = client.get("/v1/c/cust-1/subscriptions.json?");
        Answer resource = client.get("/v1/c/cust-1/subscriptions.json?resourceId=site%2F1");
        Answer several = client.get("/v1/c/cust-1/subscriptions.json?resourceIds=other&resourceIds=site%2F1");

        assertThat(customer.at("data", "getActiveSubscriptions", 0, "plan", "planId"))
                .isEqualTo("plan-free");
        assertThat(resource.at("data", "getActiveSubscriptions", 0, "plan", "planId"))
                .isEqualTo("plan-site-plus");
        assertThat(several.json()).isEqualTo(resource.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a%2Fb",
                "100%",
                "jörg 日本 🎉",
                "a+b",
                "a b",
                "..",
                "?x=1",
                "#",
                "a;b=c",
                "\"quoted\"",
                "%",
                "a\\b",
                "entitlements-state.json"
            })
    @DisplayName("takes an encoded id for exactly that id")
    void decodesIds(String id) {
        provision(ProvisionCustomer.of(id).subscribedTo(PlanSelection.of("plan-free")));

        Answer answer = client.get("/v1/c/" + encoded(id) + "/entitlements-state.json");

        assertThat(answer.at("data", "entitlementsState", "entitlements", 0, "customerId"))
                .isEqualTo(id);
    }

    @Test
    @DisplayName("leaves a plus sign alone")
    void keepsPlus() {
        provision(ProvisionCustomer.of("a+b").subscribedTo(PlanSelection.of("plan-free")));

        Answer answer = client.get("/v1/c/a+b/entitlements-state.json");

        assertThat(answer.at("data", "entitlementsState", "entitlements", 0, "customerId"))
                .isEqualTo("a+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/c//entitlements-state.json",
                "/v1/c/%20/entitlements-state.json",
                "/v1/c/a/b/entitlements-state.json",
                "/v1/c/a/entitlements-state.json/",
                "/v1/C/a/entitlements-state.json",
                "/v2/c/a/entitlements-state.json",
                "/v1/config/client-sdk-configuration.json",
                "/v1/p//paywall.json",
                "/v1/p/%20/paywall.json",
                "/v1/p/product-acme/entitlements-state.json",
                "/v1/c/cust-1/paywall.json",
                "/v1/paywall.json/",
                "//v1/c/a/entitlements-state.json"
            })
    @DisplayName("has nothing at other paths")
    void hasNothingElse(String path) {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("refuses another key")
    void wrongKey() {
        Answer answer = new RawClient(emulator.edgeUri(), "other").get("/v1/c/a/entitlements-state.json");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("Unauthenticated");
    }
}
