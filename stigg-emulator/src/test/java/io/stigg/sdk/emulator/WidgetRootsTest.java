package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.PreviewNextInvoice;
import io.stigg.sdk.subscription.SubscriptionCoupon;
import io.stigg.sdk.testkit.Checkout;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The emulator serves")
class WidgetRootsTest {
    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator =
            StiggEmulator.serving(backend).apiKey("key").start();
    private final RawClient client = new RawClient(emulator.uri(), "key");

    @BeforeEach
    void customer() {
        ask(ProvisionCustomer.of("cust-1")
                .withName("Acme")
                .subscribedTo(PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY)));
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    private <R> R ask(StiggRequest<R> request) {
        return backend.connect().send(request).toCompletableFuture().join();
    }

    private static Object code(Answer answer) {
        Object error = answer.list("errors").get(0);
        return RawClient.members(RawClient.members(error).get("extensions")).get("code");
    }

    @Nested
    @DisplayName("coupons that clients make:")
    class Coupons {
        private static final String CREATE = """
                mutation CreateCoupon($input: CreateCouponInput!) {
                  createOneCoupon(input: $input) { refId name type discountValue percentOff status createdAt }
                }""";

        private Answer create(Map<String, Object> input) {
            return client.query(CREATE, Map.of("input", input));
        }

        @Test
        @DisplayName("they are listed, can be applied, and count for as long as they say")
        void create() {
            Answer made = create(Map.of("refId", "half", "name", "Half", "percentOff", 50, "durationInMonths", 2));

            assertThat(made.at("data", "createOneCoupon"))
                    .asInstanceOf(MAP)
                    .contains(entry("refId", "half"), entry("type", "PERCENTAGE"), entry("status", "ACTIVE"));
            assertThat(backend.catalog().coupon("half")).isPresent();
            ask(ProvisionCustomer.of("cust-2")
                    .subscribedTo(PlanSelection.builder("plan-basic")
                            .billingPeriod(BillingPeriod.MONTHLY)
                            .appliedCoupon(SubscriptionCoupon.of("half"))
                            .build()));
            String subscriptionId = backend.subscriptions("cust-2").get(0).id();
            var whole = ask(new PreviewNextInvoice(
                            backend.subscriptions("cust-1").get(0).id()))
                    .amountDue()
                    .amount();
            var second = ask(new PreviewNextInvoice(subscriptionId)).amountDue().amount();
            backend.clock().advance(Duration.ofDays(32));

            assertThat(second).isLessThan(whole);
            assertThat(ask(new PreviewNextInvoice(subscriptionId)).amountDue().amount())
                    .isEqualByComparingTo(whole);
        }

        @Test
        @DisplayName("one id is one coupon")
        void duplicate() {
            assertThat(code(create(Map.of("refId", "coupon-launch", "name", "Launch", "percentOff", 5))))
                    .isEqualTo("DuplicatedEntityNotAllowed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"percentOff\": 101}", "{\"percentOff\": 5, \"durationInMonths\": 1.5}"})
        @DisplayName("what cannot be meant is refused")
        void refused(String json) {
            Map<String, Object> input = new HashMap<>(Json.readObject(json.getBytes(UTF_8)));
            input.put("refId", "bad");
            input.put("name", "Bad");

            assertThat(code(create(input))).isEqualTo("BadUserInput");
            assertThat(backend.catalog().coupon("bad")).isEmpty();
        }

        @Test
        @DisplayName("an amount may be taken off, in each currency that it is good for")
        void amount() {
            create(Map.of(
                    "refId", "five", "name", "Five", "amountsOff", List.of(Map.of("amount", 5, "currency", "USD"))));

            assertThat(backend.catalog().coupon("five").orElseThrow().amountsOff())
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("the checkout:")
    class Checkouts {
        private static final String STATE = """
                query { checkoutState(input: {customerId: "cust-1", planId: "plan-pro"}) {
                  setupSecret customer { refId name } plan { refId displayName }
                  activeSubscription { plan { refId } } billingIntegration { billingIdentifier credentials { publicKey } }
                } }""";
        private static final String SESSION =
                "mutation { createPaymentSession(input: {customerId: \"cust-1\", planId: \"plan-pro\"}) { token } }";

        @Test
        @DisplayName("it shows who buys what in place of what")
        void state() {
            backend.connectBilling();

            Answer answer = client.query(STATE);

            assertThat(answer.at("data", "checkoutState", "customer", "name")).isEqualTo("Acme");
            assertThat(answer.at("data", "checkoutState", "plan", "refId")).isEqualTo("plan-pro");
            assertThat(answer.at("data", "checkoutState", "activeSubscription", "plan", "refId"))
                    .isEqualTo("plan-basic");
            assertThat(answer.at("data", "checkoutState", "setupSecret"))
                    .asString()
                    .isNotBlank();
        }

        @Test
        @DisplayName("without a billing system there is nothing to be paid by")
        void noBilling() {
            assertThat(code(client.query(STATE))).isEqualTo("BillingIntegrationMissing");
            assertThat(code(client.query(SESSION))).isEqualTo("BillingIntegrationMissing");
        }

        @Test
        @DisplayName("a customer who pays in a session has a payment method, and has subscribed to nothing")
        void session() {
            backend.connectBilling();

            Answer answer = client.query(SESSION);
            backend.completeCheckout(String.valueOf(answer.at("data", "createPaymentSession", "token")));

            assertThat(backend.customerDetails("cust-1").orElseThrow().hasPaymentMethod())
                    .isTrue();
            assertThat(backend.checkouts()).extracting(Checkout::planId).containsExactly("plan-pro");
            assertThat(backend.subscriptions("cust-1")).hasSize(1);
        }

        @Test
        @DisplayName("nobody and nothing cannot be paid for")
        void unknown() {
            backend.connectBilling();

            assertThat(code(client.query(STATE.replace("cust-1", "nobody")))).isEqualTo("CustomerNotFound");
            assertThat(code(client.query(STATE.replace("plan-pro", "nothing")))).isEqualTo("PlanNotFound");
            assertThat(code(client.query(SESSION.replace("plan-pro", "nothing"))))
                    .isEqualTo("PlanNotFound");
        }
    }

    @Test
    @DisplayName("the portal, on which a customer sees subscriptions, prices, grants and entitlements")
    void portal() {
        backend.promote("cust-1", Grant.limited("feature-api-calls", 5_000));

        Answer answer = client.query("""
                query { customerPortal(input: {customerId: "cust-1"}) {
                  subscriptions { planId planName status totalPrice { total { amount } } billingPeriodRange { start end }
                    prices { price { amount } } pricing { pricingType price { amount } } previewNextInvoice { total { amount } } }
                  entitlements { feature { refId } } entitlementsV2 { __typename }
                  promotionalEntitlements { displayName period startDate usageLimit }
                  billingInformation { name } canUpgradeSubscription showWatermark
                } }""");

        assertThat(answer.at("data", "customerPortal", "subscriptions"))
                .asInstanceOf(LIST)
                .singleElement()
                .asInstanceOf(MAP)
                .contains(entry("planId", "plan-basic"), entry("status", "ACTIVE"))
                .doesNotContainEntry("previewNextInvoice", null)
                .doesNotContainEntry("billingPeriodRange", null);
        assertThat(answer.at("data", "customerPortal", "promotionalEntitlements"))
                .asInstanceOf(LIST)
                .singleElement()
                .asInstanceOf(MAP)
                .contains(entry("period", "LIFETIME"), entry("usageLimit", 5_000L));
        assertThat(answer.at("data", "customerPortal", "entitlements"))
                .asInstanceOf(LIST)
                .isNotEmpty();
        assertThat(answer.at("data", "customerPortal", "billingInformation", "name"))
                .isEqualTo("Acme");
        assertThat(answer.at("data", "customerPortal", "canUpgradeSubscription"))
                .isEqualTo(true);
    }

    @Test
    @DisplayName("the report of a check, of customers and features that there are")
    void reportedCheck() {
        String report = """
                mutation { reportEntitlementCheckRequested(entitlementCheckRequested: {
                  customerId: "cust-1", featureId: "feature-sso", entitlementCheckResult: {hasAccess: true}}) }""";

        assertThat(client.query(report).at("data", "reportEntitlementCheckRequested"))
                .isEqualTo(true);
        assertThat(code(client.query(report.replace("cust-1", "nobody")))).isEqualTo("CustomerNotFound");
        assertThat(code(client.query(report.replace("feature-sso", "nothing")))).isEqualTo("FeatureNotFound");
    }
}
