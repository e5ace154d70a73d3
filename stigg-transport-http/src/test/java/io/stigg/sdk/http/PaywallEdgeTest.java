package io.stigg.sdk.http;

import static io.stigg.sdk.http.ScriptedServer.json;
import static io.stigg.sdk.http.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.catalog.WidgetType;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.http.ScriptedServer.Received;
import io.stigg.sdk.http.ScriptedServer.Script;
import io.stigg.sdk.paywall.Alignment;
import io.stigg.sdk.paywall.FontWeight;
import io.stigg.sdk.paywall.GetPaywall;
import io.stigg.sdk.paywall.Paywall;
import io.stigg.sdk.paywall.PaywallConfiguration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A pricing page")
class PaywallEdgeTest extends TransportTest {
    private static final String NOTHING =
            "{\"data\":{\"paywall\":{\"plans\":[],\"currency\":{\"code\":\"EUR\",\"symbol\":\"E\"}}}}";

    private HttpTransport withEdge() {
        return options().baseEdgeUri(server.uri());
    }

    private void edgeAnswers(Script edge, Script api) {
        server.answers(request -> request.isEdge() ? edge : api);
    }

    private static GetPaywall.Builder page() {
        return GetPaywall.builder();
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("/v1/paywall.json?fetchAllCountriesPrices=false", page().build()),
                Arguments.of("/v1/p/acme/paywall.json?fetchAllCountriesPrices=false", GetPaywall.of("acme")),
                Arguments.of("/v1/p/a%2Fb%20%3Fc/paywall.json?fetchAllCountriesPrices=false", GetPaywall.of("a/b ?c")),
                Arguments.of("/v1/p/%2E%2E/paywall.json?fetchAllCountriesPrices=false", GetPaywall.of("..")),
                Arguments.of(
                        "/v1/paywall.json?fetchAllCountriesPrices=true",
                        page().fetchAllCountriesPrices().build()),
                Arguments.of(
                        "/v1/p/acme/paywall.json?fetchAllCountriesPrices=false&billingCountryCode=D%26E&includeHiddenPlans=true",
                        page().productId("acme")
                                .billingCountryCode("D&E")
                                .includeHiddenPlans()
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    @DisplayName("for anybody is at the edge")
    void isAtTheEdge(String path, GetPaywall request) {
        edgeAnswers(ok(NOTHING), json(500, "{}"));

        Paywall paywall = send(withEdge(), request);

        assertThat(paywall.currency().code()).isEqualTo("EUR");
        assertThat(server.received()).extracting(Received::target).containsExactly(path);
    }

    static Stream<GetPaywall> notAtTheEdge() {
        return Stream.of(
                page().customerId("cust-1").build(),
                page().productId("acme").resourceId("site-1").build(),
                page().context(WidgetType.CHECKOUT).build(),
                page().offerId("spring").build());
    }

    @ParameterizedTest
    @MethodSource("notAtTheEdge")
    @DisplayName("for somebody, or of what the edge knows nothing of, is asked of the API")
    void isAskedOfTheApi(GetPaywall request) {
        edgeAnswers(json(500, "{}"), ok(NOTHING));

        send(withEdge(), request);

        assertThat(server.received()).hasSize(1).noneMatch(Received::isEdge);
    }

    @Test
    @DisplayName("is asked of the API with all that was said")
    void saysAll() {
        edgeAnswers(json(500, "{}"), ok(NOTHING));

        send(
                withEdge(),
                page().productId("p")
                        .customerId("c")
                        .resourceId("r")
                        .billingCountryCode("DE")
                        .fetchAllCountriesPrices()
                        .context(WidgetType.CUSTOMER_PORTAL)
                        .offerId("o")
                        .build());

        assertThat(server.last().body())
                .contains("\"operationName\":\"GetPaywall\"")
                .contains("\"variables\":{\"input\":{\"productId\":\"p\",\"customerId\":\"c\",\"resourceId\":\"r\","
                        + "\"billingCountryCode\":\"DE\",\"fetchAllCountriesPrices\":true,\"includeHiddenPlans\":false,"
                        + "\"context\":\"CUSTOMER_PORTAL\",\"offerId\":\"o\"}}");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("404", json(404, "not here")),
                Arguments.of("503", json(503, "<html>")),
                Arguments.of("an error in a 200", ok("{\"errors\":[{\"message\":\"x\"}],\"data\":null}")),
                Arguments.of("no pricing page", ok("{\"data\":{\"paywall\":null}}")),
                Arguments.of("a page without a currency", ok("{\"data\":{\"paywall\":{\"plans\":[]}}}")));
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("failures")
    @DisplayName("is asked of the API when the edge fails")
    void isAskedOfTheApiWhenTheEdgeFails(String what, Script failure) {
        edgeAnswers(failure, ok(NOTHING));

        Paywall paywall = send(withEdge(), GetPaywall.of("acme"));

        assertThat(paywall.plans()).as(what).isEmpty();
        assertThat(server.last().isEdge()).isFalse();
    }

    @Test
    @DisplayName("is asked of the API where there is no edge")
    void withoutAnEdge() {
        server.replies(ok(NOTHING));

        send(options(), GetPaywall.of("acme"));

        assertThat(server.received()).hasSize(1).noneMatch(Received::isEdge);
    }

    @Test
    @DisplayName("is read with its looks and its amounts")
    void isReadAsAWhole() {
        server.replies(ok("""
                {"data":{"paywall":{
                  "plans":[{"refId":"pro","displayName":"Pro","versionNumber":2,"product":{"refId":"acme"}}],
                  "currency":{"code":"USD","symbol":"$"},
                  "customer":{"refId":"cust-1","updatedAt":"2025-01-15T10:00:00Z"},
                  "resource":{"resourceId":"site-1"},
                  "activeSubscriptions":null,
                  "configuration":{
                    "palette":{"primary":"#123456","textColor":"black"},
                    "typography":{"fontFamily":"Inter","h1":{"fontSize":32,"fontWeight":"BOLD"},"body":{"fontWeight":"LIGHT"}},
                    "layout":{"alignment":"CENTER","planWidth":240.5},
                    "customCss":".plan {}"},
                  "paywallCalculatedPricePoints":[
                    {"planId":"pro","billingPeriod":"MONTHLY","amount":19.99,"currency":"USD","billingCountryCode":"DE",
                     "additionalChargesMayApply":true},
                    {"planId":"pro","billingPeriod":"ANNUALLY","amount":199,"currency":"USD"}]}}}"""));

        Paywall paywall = send(options(), GetPaywall.of("acme"));

        assertThat(paywall.plans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.id()).isEqualTo("pro"));
        assertThat(paywall.customer())
                .hasValueSatisfying(customer -> assertThat(customer.id()).isEqualTo("cust-1"));
        assertThat(paywall.resourceId()).hasValue("site-1");
        assertThat(paywall.activeSubscriptions()).isEmpty();
        assertThat(paywall.pricePoints().get(0)).satisfies(point -> {
            assertThat(point.price().amount()).isEqualByComparingTo("19.99");
            assertThat(point.price().currency()).isEqualTo("USD");
            assertThat(point.billingCountryCode()).hasValue("DE");
            assertThat(point.additionalChargesMayApply()).isTrue();
        });
        assertThat(paywall.pricePoints().get(1)).satisfies(point -> {
            assertThat(point.billingPeriod()).isEqualTo(BillingPeriod.ANNUALLY);
            assertThat(point.billingCountryCode()).isEmpty();
            assertThat(point.additionalChargesMayApply()).isFalse();
        });
        PaywallConfiguration looks = paywall.configuration().orElseThrow();
        assertThat(looks.palette().orElseThrow().primary()).hasValue("#123456");
        assertThat(looks.palette().orElseThrow().borderColor()).isEmpty();
        assertThat(looks.typography().orElseThrow().h1().orElseThrow().fontSize())
                .hasValue(32);
        assertThat(looks.typography().orElseThrow().h1().orElseThrow().fontWeight())
                .hasValue(FontWeight.BOLD);
        assertThat(looks.typography().orElseThrow().body().orElseThrow().fontWeight())
                .hasValue(FontWeight.UNKNOWN);
        assertThat(looks.layout().orElseThrow().alignment()).hasValue(Alignment.CENTER);
        assertThat(looks.layout().orElseThrow().planWidth()).hasValue(240.5);
        assertThat(looks.customCss()).hasValue(".plan {}");
    }

    @Test
    @DisplayName("is no pricing page without a currency")
    void withoutACurrency() {
        server.replies(ok("{\"data\":{\"paywall\":{\"plans\":[]}}}"));

        assertThat(failure(options(), GetPaywall.of("acme"))).isInstanceOf(StiggProtocolException.class);
    }
}
