package io.stigg.sdk.emulator;

import static io.stigg.sdk.testkit.catalog.Prices.monthly;
import static io.stigg.sdk.testkit.catalog.Prices.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is sold, as other clients ask for it")
class CatalogRootsTest {
    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");

    private final StiggBackend backend = StiggBackend.of(sold(), FakeClock.at(NOW));
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    private static Catalog sold() {
        CatalogBuilder catalog = Catalog.builder();
        catalog.coupon("coupon-old").percentOff(10).archived();
        for (int i = 0; i < 30; i++) {
            catalog.coupon("coupon-" + i).percentOff(10);
            catalog.product("product-" + i);
        }
        catalog.plan("plan-shown").in("product-0").paid(monthly(usd(10)));
        catalog.plan("plan-hidden").in("product-0").custom().hiddenFrom(WidgetType.PAYWALL);
        return catalog.build();
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    private List<String> entries(String selection) {
        Answer answer = client.query("{ list: " + selection + " { edges { node { refId } } } }");
        return answer.list("data", "list", "edges").stream()
                .map(edge ->
                        RawClient.members(RawClient.members(edge).get("node")).get("refId"))
                .map(String.class::cast)
                .toList();
    }

    @Test
    @DisplayName("is the coupons that may be applied, when the filter is written out")
    void couponsByLiteral() {
        assertThat(entries("coupons(filter: {status: {eq: ACTIVE}}, paging: {first: 25})"))
                .hasSize(25)
                .startsWith("coupon-0")
                .doesNotContain("coupon-old");
    }

    @Test
    @DisplayName("is the first of all coupons when nothing is said")
    void couponsWithoutAWord() {
        assertThat(entries("coupons")).hasSize(25).startsWith("coupon-old", "coupon-0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{refId: {eq: \"coupon-0\"}}", "{status: {in: [ACTIVE]}}", "{or: [{status: {eq: ACTIVE}}]}"})
    @DisplayName("is not all coupons when a filter says what the emulator does not know")
    void couponsByAnotherFilter(String filter) {
        Answer answer = client.query("{ coupons(filter: " + filter + ") { edges { node { refId } } } }");

        assertThat(answer.errorCode()).isEqualTo("UnsupportedParameter");
    }

    @Test
    @DisplayName("is the products, as many as the client wants")
    void productsByLiteral() {
        assertThat(entries("products(paging: {first: 20})")).hasSize(20).startsWith("product-0");
        assertThat(entries("products")).hasSize(25);
    }

    @Test
    @DisplayName("goes on after the end of a page")
    void goesOn() {
        String info = "{ pageInfo { endCursor hasNextPage hasPreviousPage } edges { node { refId } } }";

        Answer first = client.query("{ products(paging: {first: 20}) " + info + " }");
        Answer second = client.query("{ products(paging: {first: 20, after: \""
                + first.at("data", "products", "pageInfo", "endCursor") + "\"}) " + info + " }");

        assertThat(first.object("data", "products", "pageInfo"))
                .containsEntry("hasNextPage", true)
                .containsEntry("hasPreviousPage", false);
        assertThat(second.list("data", "products", "edges")).hasSize(10);
        assertThat(second.at("data", "products", "edges", 0, "node", "refId")).isEqualTo("product-20");
        assertThat(second.object("data", "products", "pageInfo"))
                .containsEntry("hasNextPage", false)
                .containsEntry("hasPreviousPage", true);
    }

    @Test
    @DisplayName("has settings of a product even where nothing is set")
    void settingsOfProducts() {
        Answer answer = client.query(
                "{ products(paging: {first: 1}) { edges { node { productSettings { downgradePlan { refId } } } } } }");

        assertThat(answer.object("data", "products", "edges", 0, "node", "productSettings"))
                .containsEntry("downgradePlan", null);
    }

    @Test
    @DisplayName("is on a pricing page with currency, prices and amounts to show")
    void pricingPage() {
        String document = """
                query GetPaywall($input: GetPaywallInput!) {
                  paywall(input: $input) {
                    plans { refId prices { billingModel billingPeriod price { amount currency } } }
                    currency { code symbol }
                    configuration { palette { primary } }
                    paywallCalculatedPricePoints { planId billingPeriod amount currency additionalChargesMayApply }
                    customer { customerId }
                    resource { resourceId }
                    activeSubscriptions { subscriptionId }
                  }
                }""";

        Answer answer = client.query(document, Map.of("input", Map.of("productId", "product-0")));

        assertThat(answer.object("data", "paywall"))
                .containsEntry("currency", Map.of("code", "USD", "symbol", "$"))
                .containsEntry("customer", null)
                .containsEntry("resource", null)
                .containsEntry("configuration", null)
                .containsEntry("activeSubscriptions", List.of());
        assertThat(answer.list("data", "paywall", "plans")).hasSize(1);
        assertThat(answer.object("data", "paywall", "paywallCalculatedPricePoints", 0))
                .isEqualTo(Map.of(
                        "planId", "plan-shown",
                        "billingPeriod", "MONTHLY",
                        "amount", 10L,
                        "currency", "USD",
                        "additionalChargesMayApply", false));
    }
}
