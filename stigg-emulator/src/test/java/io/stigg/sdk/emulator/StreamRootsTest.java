package io.stigg.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.emulator.RawClient.Answer;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.event.PackagePublished.Migration;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.usage.ReportUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the emulator tells by itself")
@Timeout(30)
class StreamRootsTest {
    private static final String PERIOD = "2025-01-15T10:00:00.000Z";
    private static final String NEXT_PERIOD = "2025-02-15T10:00:00.000Z";
    private static final long PERIOD_MILLIS = 1_736_935_200_000L;
    private static final long NEXT_PERIOD_MILLIS = 1_739_613_600_000L;

    private final StiggBackend backend = StiggBackend.acme();
    private final StiggEmulator emulator = StiggEmulator.serving(backend).start();
    private final RawSocket socket = RawSocket.open(emulator.uri(), "any");

    @AfterEach
    void close() {
        socket.close();
        emulator.close();
    }

    private void subscribe(String rootAndFields) {
        socket.subscribe("s", "subscription { " + rootAndFields + " }").sync();
    }

    private Map<String, Object> next(String root) {
        return RawClient.members(socket.nextOf("s", root));
    }

    private void provision(PlanSelection plan) {
        backend.connect()
                .send(ProvisionCustomer.of("cust-1").subscribedTo(plan))
                .toCompletableFuture()
                .join();
    }

    private static PlanSelection pro() {
        return PlanSelection.of("plan-pro").withQuantity("feature-seats", 3);
    }

    private void report(String featureId, double value) {
        backend.connect()
                .send(ReportUsage.of("cust-1", featureId, value))
                .toCompletableFuture()
                .join();
    }

    @Test
    @DisplayName("entitlementsUpdatedV2 tells the set that whoever asks is told from then on")
    void entitlementsV2() {
        String document = Resources.text("edge-entitlements-state.graphql");
        String fields = document.substring(
                document.indexOf("entitlementsV2 {"), document.indexOf("    accessDeniedReason\n  }\n}"));
        String fragments = document.substring(document.indexOf("fragment "));
        socket.subscribe(
                        "s",
                        "subscription { entitlementsUpdatedV2 { customerId resourceId accessDeniedReason "
                                + fields.replaceFirst("entitlementsV2", "entitlements") + " } } " + fragments)
                .sync();

        provision(pro());

        Answer asked = new RawClient(emulator.uri(), "any").get("/v1/c/cust-1/entitlements-state.json");
        Map<String, Object> told = next("entitlementsUpdatedV2");
        assertThat(told)
                .containsEntry("customerId", "cust-1")
                .containsEntry("resourceId", null)
                .containsEntry("accessDeniedReason", null);
        assertThat((List<?>) told.get("entitlements"))
                .isNotEmpty()
                .isEqualTo(asked.list("data", "entitlementsState", "entitlementsV2"));
    }

    @Test
    @DisplayName("entitlementsUpdatedV2 tells why a customer without a subscription has nothing")
    void entitlementsV2Denied() {
        subscribe("entitlementsUpdatedV2 { customerId accessDeniedReason entitlements { __typename } }");

        backend.connect()
                .send(ProvisionCustomer.of("cust-1"))
                .toCompletableFuture()
                .join();

        assertThat(next("entitlementsUpdatedV2"))
                .isEqualTo(Map.of(
                        "customerId",
                        "cust-1",
                        "accessDeniedReason",
                        "NoActiveSubscription",
                        "entitlements",
                        List.of()));
    }

    @Test
    @DisplayName("entitlementsUpdatedV2 and entitlementsUpdated tell resources apart")
    void ofResource() {
        backend.connect()
                .send(ProvisionCustomer.of("cust-1"))
                .toCompletableFuture()
                .join();
        subscribe("entitlementsUpdatedV2 { resourceId }");
        socket.subscribe("v1", "subscription { entitlementsUpdated { resourceId entitlements { resourceId } } }")
                .sync();

        backend.connect()
                .send(ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-site-starter").forResource("site-1")))
                .toCompletableFuture()
                .join();

        assertThat(List.of(socket.next(), socket.next()))
                .anySatisfy(
                        text -> assertThat(text)
                                .isEqualTo(
                                        "{\"id\":\"s\",\"type\":\"next\",\"payload\":{\"data\":{\"entitlementsUpdatedV2\":{\"resourceId\":\"site-1\"}}}}"))
                .anySatisfy(text ->
                        assertThat(text).contains("\"id\":\"v1\"", "\"entitlements\":[{\"resourceId\":\"site-1\"}"));
    }

    @Test
    @DisplayName("what no longer holds is an empty set without a reason")
    void invalidation() {
        EntitlementsInvalidated update =
                new EntitlementsInvalidated(new CustomerScope("cust-1", Optional.of("site-1")));
        Map<String, Object> empty = Map.of("customerId", "cust-1", "resourceId", "site-1", "entitlements", List.of());

        assertThat(UpdateJson.entitlements(update)).containsExactly(empty);
        assertThat(OlderUpdateJson.entitlements(update)).containsExactly(empty);
    }

    @Test
    @DisplayName("usageUpdatedV2 tells the usage of a feature")
    void usageV2() {
        provision(PlanSelection.of("plan-free"));
        subscribe("usageUpdatedV2 { customerId resourceId entitlementReference { id type }"
                + " usage { currentUsage usageUpdatedAt usagePeriodStart usagePeriodEnd } }");

        report("feature-api-calls", 7);

        assertThat(next("usageUpdatedV2"))
                .containsEntry("customerId", "cust-1")
                .containsEntry("resourceId", null)
                .containsEntry("entitlementReference", Map.of("id", "feature-api-calls", "type", "FEATURE"))
                .containsEntry(
                        "usage",
                        Map.of(
                                "currentUsage", 7L,
                                "usageUpdatedAt", PERIOD,
                                "usagePeriodStart", PERIOD,
                                "usagePeriodEnd", NEXT_PERIOD))
                .hasSize(4);
    }

    @Test
    @DisplayName("usageUpdatedV2 tells the consumption of credits beside the usage that caused it")
    void creditUsageV2() {
        provision(pro());
        subscribe("usageUpdatedV2 { entitlementReference { id type } usage { currentUsage } }");

        report("feature-ai-tokens", 20);

        assertThat(List.of(next("usageUpdatedV2"), next("usageUpdatedV2")))
                .extracting(news -> news.get("entitlementReference"), news -> news.get("usage"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                Map.of("id", "feature-ai-tokens", "type", "FEATURE"), Map.of("currentUsage", 20L)),
                        org.assertj.core.groups.Tuple.tuple(
                                Map.of("id", "cred-ai", "type", "CREDIT"), Map.of("currentUsage", 20L)));
    }

    @Test
    @DisplayName("packagePublished tells a new version, and to whom it goes")
    void packagePublished() {
        subscribe("packagePublished { accountId environmentId packageType packageRefId packageVersion migrationType }");

        backend.publish(
                backend.catalog().plan("plan-free").orElseThrow().toBuilder()
                        .grants("feature-sso")
                        .build(),
                Migration.ALL_CUSTOMERS);
        backend.publish(backend.catalog().plan("plan-free").orElseThrow(), Migration.NEW_CUSTOMERS);

        assertThat(next("packagePublished"))
                .isEqualTo(Map.of(
                        "accountId", "account-emulator",
                        "environmentId", "environment-emulator",
                        "packageType", "Plan",
                        "packageRefId", "plan-free",
                        "packageVersion", 2L,
                        "migrationType", "ALL_CUSTOMERS"));
        assertThat(next("packagePublished"))
                .containsEntry("packageVersion", 3L)
                .containsEntry("migrationType", "NEW_CUSTOMERS");
    }

    @Test
    @DisplayName("entitlementsUpdated tells features alone, in the older form")
    void entitlements() {
        subscribe("entitlementsUpdated { customerId resourceId accessDeniedReason entitlements { __typename customerId"
                + " feature { refId } usageLimit nextResetDate requestedUsage } }");

        provision(pro());

        Map<String, Object> told = next("entitlementsUpdated");
        assertThat(told).containsEntry("customerId", "cust-1").containsEntry("accessDeniedReason", null);
        assertThat((List<?>) told.get("entitlements"))
                .hasSize(10)
                .allSatisfy(one -> assertThat(RawClient.members(one)).containsEntry("__typename", "Entitlement"))
                .anySatisfy(one -> assertThat(RawClient.members(one))
                        .containsEntry("feature", Map.of("refId", "feature-api-calls"))
                        .containsEntry("usageLimit", 10_000L)
                        .containsEntry("nextResetDate", NEXT_PERIOD)
                        .containsEntry("requestedUsage", null));
    }

    @Test
    @DisplayName("usageUpdated tells the usage, with times as numbers, and the entitlement, whose limit plays no part")
    void usage() {
        provision(PlanSelection.of("plan-free"));
        subscribe("usageUpdated { usage { __typename customerId resourceId featureId currentUsage usagePeriodStart"
                + " usagePeriodEnd nextResetDate } entitlement { __typename isGranted accessDeniedReason currentUsage"
                + " usageLimit nextResetDate feature { refId } } }");

        report("feature-api-calls", 101);

        Map<String, Object> told = next("usageUpdated");
        assertThat(RawClient.members(told.get("usage")))
                .containsEntry("__typename", "UsageMeasurementUpdated")
                .containsEntry("customerId", "cust-1")
                .containsEntry("resourceId", null)
                .containsEntry("featureId", "feature-api-calls")
                .containsEntry("currentUsage", 101L)
                .containsEntry("usagePeriodStart", PERIOD_MILLIS)
                .containsEntry("usagePeriodEnd", NEXT_PERIOD_MILLIS)
                .containsEntry("nextResetDate", NEXT_PERIOD_MILLIS)
                .hasSize(8);
        assertThat(RawClient.members(told.get("entitlement")))
                .containsEntry("__typename", "Entitlement")
                .containsEntry("isGranted", true)
                .containsEntry("accessDeniedReason", null)
                .containsEntry("currentUsage", 101L)
                .containsEntry("usageLimit", 100L)
                .containsEntry("nextResetDate", NEXT_PERIOD)
                .containsEntry("feature", Map.of("refId", "feature-api-calls"));
    }

    @Test
    @DisplayName("usageUpdated tells nothing of credits, which creditBalanceUpdated tells")
    void creditBalance() {
        provision(pro());
        socket.subscribe("u", "subscription { usageUpdated { usage { featureId } } }");
        subscribe("creditBalanceUpdated { currency { currencyId displayName symbol units { singular } } currencyId"
                + " currentBalance customerId resourceId totalConsumed totalGranted validUntil }");

        report("feature-ai-tokens", 20);

        List<String> told = List.of(socket.next(), socket.next());
        assertThat(told)
                .contains(
                        "{\"id\":\"u\",\"type\":\"next\",\"payload\":{\"data\":{\"usageUpdated\":{\"usage\":{\"featureId\":\"feature-ai-tokens\"}}}}}")
                .anySatisfy(
                        text -> assertThat(text)
                                .startsWith(
                                        "{\"id\":\"s\",\"type\":\"next\",\"payload\":{\"data\":{\"creditBalanceUpdated\":"
                                                + "{\"currency\":{\"currencyId\":\"cred-ai\",\"displayName\":\"cred-ai\",\"symbol\":null,"
                                                + "\"units\":{\"singular\":null}},\"currencyId\":\"cred-ai\",\"currentBalance\":480,"
                                                + "\"customerId\":\"cust-1\",\"resourceId\":null,\"totalConsumed\":20,\"totalGranted\":500,"));
        assertThat(socket.sync().hasNothingMore()).isTrue();
    }

    @Test
    @DisplayName("creditBalanceUpdated tells the wallet of a new set")
    void creditBalanceOfSet() {
        subscribe("creditBalanceUpdated { currencyId currentBalance totalGranted }");

        provision(pro());

        assertThat(next("creditBalanceUpdated"))
                .isEqualTo(Map.of("currencyId", "cred-ai", "currentBalance", 500L, "totalGranted", 500L));
    }

    @Test
    @DisplayName("aliases, variables and names are the client's")
    void clientsWords() {
        provision(PlanSelection.of("plan-free"));
        socket.send(
                        "{\"id\":\"x y\",\"type\":\"subscribe\",\"payload\":{\"operationName\":\"B\",\"extensions\":{},"
                                + "\"variables\":{\"no\":false},\"query\":\"subscription A { packagePublished { packageRefId } }"
                                + " subscription B($no: Boolean!) { news: usageUpdatedV2 { who: customerId resourceId @include(if: $no) } }\"}}")
                .sync();

        report("feature-api-calls", 1);

        assertThat(socket.next())
                .isEqualTo("{\"id\":\"x y\",\"type\":\"next\",\"payload\":{\"data\":{\"news\":{\"who\":\"cust-1\"}}}}");
    }
}
