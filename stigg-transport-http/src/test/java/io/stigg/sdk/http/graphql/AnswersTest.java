package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.GetSdkConfiguration;
import io.stigg.sdk.SdkConfiguration;
import io.stigg.sdk.StiggRequest;
import io.stigg.sdk.billing.PaymentCollection;
import io.stigg.sdk.catalog.PricingType;
import io.stigg.sdk.customer.Customer;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.customer.ProvisionedCustomer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The answer to")
class AnswersTest {
    private static final Instant ASKED_AT = Instant.parse("2026-02-10T00:00:00Z");
    private static final String ENTITLEMENT =
            "{\"__typename\":\"FeatureEntitlement\",\"isGranted\":true,\"hasUnlimitedUsage\":false,"
                    + "\"feature\":{\"refId\":\"f\",\"displayName\":\"F\",\"featureType\":\"BOOLEAN\"}}";
    private static final String SUBSCRIPTION = "{\"refId\":\"sub-1\",\"customer\":{\"refId\":\"acme\"},"
            + "\"resource\":{\"resourceId\":\"site-1\"},\"plan\":{\"refId\":\"plan-basic\"},\"status\":\"IN_TRIAL\","
            + "\"pricingType\":\"PAID\",\"paymentCollection\":\"NOT_REQUIRED\",\"addons\":[{\"quantity\":2.0,\"addon\":{\"refId\":\"addon-a\"}},"
            + "{\"quantity\":1,\"addon\":{\"refId\":\"addon-a\"}}],\"startDate\":\"2026-01-01T00:00:00.000Z\","
            + "\"endDate\":null,\"trialEndDate\":1769904000000,\"cancellationDate\":\"\","
            + "\"currentBillingPeriodEnd\":\"2026-02-01T00:00:00+00:00\",\"additionalMetaData\":{\"k\":null,\"n\":1}}";

    static <R> R read(StiggRequest<R> request, String data) {
        byte[] body = ("{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
        Envelope envelope = new Envelope(new Anomalies(text -> text), text -> text);
        return Operations.serving(request).read(envelope.data("X", 200, body), ASKED_AT);
    }

    private static void refuses(StiggRequest<?> request, String data, String where) {
        assertThatExceptionOfType(StiggProtocolException.class)
                .isThrownBy(() -> read(request, data))
                .satisfies(e -> assertThat(e.where()).isEqualTo(where));
    }

    @Nested
    @DisplayName("GetSdkConfiguration")
    class OfGetSdkConfiguration {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"sdkConfiguration\":{\"isWidgetWatermarkEnabled\":true}} | true",
                    "{\"sdkConfiguration\":{\"isWidgetWatermarkEnabled\":null}} | false",
                    "{\"sdkConfiguration\":null} | false",
                })
        @DisplayName("may say nothing")
        void maySayNothing(String data, boolean watermark) {
            assertThat(read(new GetSdkConfiguration(), data)).isEqualTo(new SdkConfiguration(watermark));
        }
    }

    @Nested
    @DisplayName("ReportUsage")
    class OfReportUsage {
        private static final ReportUsage REQUEST = ReportUsage.of("acme", "calls", 1);

        @Test
        @DisplayName("has usage, period and credits")
        void hasEverything() {
            UsageAck ack = read(
                    REQUEST,
                    "{\"reportUsage\":{\"id\":\"m-1\",\"customerId\":\"acme\",\"resourceId\":\"site-1\",\"featureId\":\"calls\","
                            + "\"currentUsage\":13.5,\"usagePeriodStart\":1767225600000,"
                            + "\"usagePeriodEnd\":\"2026-02-01T00:00:00.000Z\",\"timestamp\":\"2026-01-10T00:00:00Z\","
                            + "\"credit\":{\"currencyId\":\"ai\",\"consumed\":2,\"currentUsage\":7,\"usagePeriodEnd\":null,"
                            + "\"timestamp\":\"2026-01-10T00:00:00Z\"}}}");

            Instant counted = Instant.parse("2026-01-10T00:00:00Z");
            assertThat(ack)
                    .isEqualTo(new UsageAck(
                            "m-1",
                            CustomerScope.of("acme").resource("site-1"),
                            "calls",
                            OptionalDouble.of(13.5),
                            UsagePeriod.between(
                                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                            Optional.of(counted),
                            Optional.of(new UsageAck.Credit("ai", 2, 7, Optional.empty(), Optional.of(counted)))));
        }

        @Test
        @DisplayName("may have little")
        void mayHaveLittle() {
            UsageAck ack = read(
                    REQUEST,
                    "{\"reportUsage\":{\"id\":\"m-1\",\"customerId\":\"acme\",\"resourceId\":null,\"featureId\":\"calls\"}}");

            assertThat(ack.currentUsage()).isEmpty();
            assertThat(ack.timestamp()).isEmpty();
            assertThat(ack.scope()).isEqualTo(CustomerScope.of("acme"));
        }

        @Test
        @DisplayName("has an id, a customer and a feature, or is none")
        void hasIds() {
            refuses(REQUEST, "{\"reportUsage\":null}", "$.data.reportUsage");
            refuses(REQUEST, "{\"reportUsage\":{\"customerId\":\"a\",\"featureId\":\"f\"}}", "$.data.reportUsage.id");
            refuses(
                    REQUEST,
                    "{\"reportUsage\":{\"id\":\"m\",\"customerId\":\" \",\"featureId\":\"f\"}}",
                    "$.data.reportUsage");
            refuses(
                    REQUEST,
                    "{\"reportUsage\":{\"id\":\"m\",\"customerId\":\"a\",\"featureId\":\"f\",\"currentUsage\":\"1\"}}",
                    "$.data.reportUsage.currentUsage");
            refuses(
                    REQUEST,
                    "{\"reportUsage\":{\"id\":\"m\",\"customerId\":\"a\",\"featureId\":\"f\",\"currentUsage\":1e999}}",
                    "$.data.reportUsage.currentUsage");
        }
    }

    @Nested
    @DisplayName("ProvisionCustomer")
    class OfProvisionCustomer {
        private static final ProvisionCustomer REQUEST = ProvisionCustomer.of("acme")
                .subscribedTo(PlanSelection.of("plan-basic").forResource("site-1"));

        private ProvisionedCustomer answer(String strategy, String subscription, String entitlements) {
            return read(
                    REQUEST,
                    "{\"provisionCustomer\":{\"customer\":{\"refId\":\"acme\",\"name\":\"Acme\",\"email\":\"\","
                            + "\"createdAt\":null,\"updatedAt\":\"2026-01-01T00:00:00.000Z\","
                            + "\"additionalMetaData\":{\"a\":{\"b\":[1,2.5,null]},\"c\":null}},"
                            + "\"subscriptionDecisionStrategy\":" + strategy + ",\"subscription\":" + subscription
                            + ",\"entitlementsV2\":" + entitlements + "}}");
        }

        @Test
        @DisplayName("has the customer, the subscription and the entitlements of what was subscribed")
        void hasEverything() {
            ProvisionedCustomer answer = answer("\"REQUESTED_PLAN\"", SUBSCRIPTION, "[" + ENTITLEMENT + "]");

            assertThat(answer.customer())
                    .isEqualTo(new Customer(
                            "acme",
                            Optional.of("Acme"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Map.of("a", Map.of("b", java.util.List.of(1L, 2.5)))));
            assertThat(answer.decision()).isEqualTo(ProvisionedCustomer.Decision.REQUESTED_PLAN);
            assertThat(answer.subscription()).map(Subscription::id).contains("sub-1");
            assertThat(answer.entitlements().orElseThrow()).satisfies(snapshot -> {
                assertThat(snapshot.scope()).isEqualTo(REQUEST.scope());
                assertThat(snapshot.denial()).isEmpty();
                assertThat(snapshot.entitlements()).hasSize(1);
                assertThat(snapshot.fetchedAt()).isEqualTo(ASKED_AT);
            });
        }

        @Test
        @DisplayName("may have no subscription, a new decision, and says nothing of entitlements with null or none")
        void mayHaveLittle() {
            assertThat(answer("\"BY_DICE\"", "null", "null")).satisfies(answer -> {
                assertThat(answer.decision()).isEqualTo(ProvisionedCustomer.Decision.UNKNOWN);
                assertThat(answer.subscription()).isEmpty();
                assertThat(answer.entitlements()).isEmpty();
            });
            assertThat(answer("\"REQUESTED_PLAN\"", "null", "[]").entitlements())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("ProvisionSubscription")
    class OfProvisionSubscription {
        private static final ProvisionSubscription REQUEST =
                ProvisionSubscription.of("acme", PlanSelection.of("plan-basic"));

        @Test
        @DisplayName("has the subscription")
        void hasTheSubscription() {
            ProvisionedSubscription answer = read(
                    REQUEST,
                    "{\"provisionSubscription\":{\"status\":\"SUCCESS\",\"checkoutUrl\":null,\"subscription\":"
                            + SUBSCRIPTION + ",\"entitlementsV2\":[" + ENTITLEMENT + "]}}");

            assertThat(answer).isInstanceOf(ProvisionedSubscription.Created.class);
            assertThat(answer.entitlements().orElseThrow().scope()).isEqualTo(CustomerScope.of("acme"));
            assertThat(((ProvisionedSubscription.Created) answer).subscription())
                    .isEqualTo(new Subscription(
                            "sub-1",
                            "acme",
                            Optional.of("site-1"),
                            "plan-basic",
                            Subscription.Status.IN_TRIAL,
                            PricingType.PAID,
                            Map.of("addon-a", 3),
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                            Optional.empty(),
                            Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            PaymentCollection.NOT_REQUIRED,
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of("n", 1L)));
        }

        @Test
        @DisplayName("may ask for a payment")
        void mayAskForAPayment() {
            ProvisionedSubscription answer = read(
                    REQUEST,
                    "{\"provisionSubscription\":{\"status\":\"PAYMENT_REQUIRED\",\"checkoutUrl\":\"https://pay\","
                            + "\"checkoutBillingId\":\"checkout-1\","
                            + "\"subscription\":null,\"entitlementsV2\":null}}");

            assertThat(answer)
                    .isEqualTo(new ProvisionedSubscription.PaymentRequired("https://pay", Optional.of("checkout-1")));
            assertThat(answer.entitlements()).isEmpty();
        }

        @Test
        @DisplayName("that is newer than this SDK grants nothing")
        void mayBeNewer() {
            ProvisionedSubscription answer = read(
                    REQUEST,
                    "{\"provisionSubscription\":{\"status\":\"ON_THE_WAY\",\"checkoutUrl\":null,\"subscription\":"
                            + SUBSCRIPTION + ",\"entitlementsV2\":[" + ENTITLEMENT + "]}}");

            assertThat(answer).isEqualTo(new ProvisionedSubscription.Unknown("ON_THE_WAY"));
            assertThat(answer.entitlements()).isEmpty();
        }

        @Test
        @DisplayName("with a subscription that misses what it must have is none")
        void mustBeWhole() {
            refuses(
                    REQUEST,
                    "{\"provisionSubscription\":{\"status\":\"SUCCESS\",\"subscription\":"
                            + SUBSCRIPTION.replace("\"plan\":{\"refId\":\"plan-basic\"},", "") + "}}",
                    "$.data.provisionSubscription.subscription.plan.refId");
            refuses(
                    REQUEST,
                    "{\"provisionSubscription\":{\"status\":\"SUCCESS\",\"subscription\":"
                            + SUBSCRIPTION.replace("\"quantity\":2.0", "\"quantity\":2.5") + "}}",
                    "$.data.provisionSubscription.subscription.addons[0].quantity");
        }
    }
}
