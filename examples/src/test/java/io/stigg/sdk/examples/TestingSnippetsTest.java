package io.stigg.sdk.examples;

import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT;
import static io.stigg.sdk.testkit.FakeEntitlements.limit;
import static io.stigg.sdk.testkit.FakeEntitlements.softLimit;
import static io.stigg.sdk.testkit.FakeEntitlements.unlimited;
import static io.stigg.sdk.testkit.FakeEntitlements.used;
import static io.stigg.sdk.testkit.assertj.StiggAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggConflictException;
import io.stigg.sdk.error.StiggTransportException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.testkit.FakeEntitlementCache;
import io.stigg.sdk.testkit.FakeEntitlements;
import io.stigg.sdk.testkit.Faults;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Catalog;
import io.stigg.sdk.testkit.catalog.CatalogBuilder;
import io.stigg.sdk.testkit.junit.StiggTest;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The Java of {@code docs/testing.md}, run. */
@StiggTest
@DisplayName("The snippets about testing")
class TestingSnippetsTest {
    @Test
    @DisplayName("state entitlements outright")
    void fakeEntitlements() {
        FakeEntitlements entitlements = FakeEntitlements.granting("feature-sso")
                .metered("feature-api-calls", limit(100), used(99))
                .metered("feature-exports", softLimit(3), used(4))
                .metered("feature-seats", unlimited())
                .numeric("feature-file-size", limit(10))
                .values("feature-support", "community", "email")
                .credits("cred-ai", limit(500), used(20))
                .revoked("feature-legacy-reports");
        try (Stigg stigg = entitlements.newClient()) {
            MeteredQuery calls = MeteredQuery.of("any-customer", "feature-api-calls");
            assertThat(stigg.getMeteredEntitlement(calls.requesting(1)).hasAccess())
                    .isTrue();

            stigg.reportUsage(ReportUsage.of("any-customer", "feature-api-calls", 1));
            assertThat(stigg.getMeteredEntitlement(calls.requesting(1)).hasAccess())
                    .isFalse();
        }
        assertThat(entitlements.reports()).hasSize(1);
    }

    @Test
    @DisplayName("change what is stated, and assert on what was sent")
    void fakeEntitlementsChange() {
        FakeEntitlements entitlements = FakeEntitlements.none();
        try (Stigg stigg = entitlements.newClient()) {
            entitlements.metered("feature-api-calls", limit(1_000));
            entitlements.faults().on(GetEntitlementsState.class).failNext(1, Faults.unreachable());
            assertThat(stigg.getBooleanEntitlement("any-customer", "feature-sso")
                            .isFallback())
                    .isTrue();

            stigg.usage().publisher().publish(UsageEvent.of("any-customer", "export"));
            assertThat(entitlements.events()).extracting(UsageEvent::eventName).containsExactly("export");
        }
    }

    static final class Shop implements Supplier<Catalog> {
        @Override
        public Catalog get() {
            CatalogBuilder catalog = Catalog.builder();
            catalog.product("product-shop");
            catalog.counter("feature-orders");
            catalog.plan("plan-small").free().meters("feature-orders", 10);
            return catalog.build();
        }
    }

    @Nested
    @StiggTest(catalog = Shop.class)
    class OrdersTest {
        @Test
        void takesTenOrders(Stigg stigg) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-small")));

            MeteredQuery orders = MeteredQuery.of("cust-1", "feature-orders");
            assertThat(stigg.getMeteredEntitlement(orders.requesting(10))).isGranted();
        }
    }

    @Test
    @DisplayName("assert on entitlements")
    void assertions(Stigg stigg) {
        stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
        stigg.reportUsage(ReportUsage.of("cust-1", "feature-api-calls", 40));

        MeteredQuery calls = MeteredQuery.of("cust-1", "feature-api-calls");
        assertThat(stigg.getMeteredEntitlement(calls)).isGranted().hasLimit(100).hasUsage(40);
        assertThat(stigg.getMeteredEntitlement(calls.requesting(61))).isDenied(REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(stigg.getEnumEntitlement(EnumQuery.of("cust-1", "feature-support")))
                .hasValues("community")
                .isNotFallback();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(stigg.getMeteredEntitlement(calls.requesting(61)))
                        .isGranted())
                .withMessageContaining("Expected access to be granted, but was")
                .withMessageContaining("metered feature-api-calls: denied, RequestedUsageExceedingLimit,"
                        + " 40 used, 61 requested, limit 100");
    }

    @Test
    @DisplayName("lose an answer, and count once")
    void loseAnAnswer(Stigg stigg, StiggBackend backend) {
        stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));

        ReportUsage report = ReportUsage.of("cust-1", "feature-api-calls", 1);
        backend.faults().on(ReportUsage.class).loseNextAnswers(1);
        assertThatExceptionOfType(StiggTransportException.class).isThrownBy(() -> stigg.reportUsage(report));

        stigg.reportUsage(report);
        assertThat(backend.measurements("cust-1")).containsExactly(report);
    }

    @Test
    @DisplayName("fail some requests")
    void failSome(StiggBackend backend, Stigg stigg) {
        backend.faults().failNext(2, Faults.throttled());
        assertThat(stigg.getBooleanEntitlement("cust-1", "feature-sso").isFallback())
                .isTrue();
        backend.faults().none();

        backend.faults()
                .on(ProvisionCustomer.class)
                .failNext(1, Faults.refused(ErrorCode.DUPLICATED_ENTITY_NOT_ALLOWED));
        assertThatExceptionOfType(StiggConflictException.class)
                .isThrownBy(() -> stigg.customers().provision(ProvisionCustomer.of("cust-1")));
    }

    @Test
    @DisplayName("delay answers")
    void delayAnswers(Stigg stigg, StiggBackend backend) {
        backend.faults().delayAnswers(Duration.ofSeconds(5));
        CompletableFuture<BooleanEntitlement> check =
                stigg.async().getBooleanEntitlement(BooleanQuery.of("cust-1", "feature-sso"));

        backend.clock().advance(Duration.ofSeconds(3));
        assertThat(check.join().isFallback()).isTrue();
    }

    @Test
    @DisplayName("take the cache down")
    void cacheDown(StiggBackend backend) {
        FakeEntitlementCache cache = new FakeEntitlementCache();
        try (Stigg stigg = Stigg.on(backend.adapters(cache))) {
            cache.goDown();
            assertThat(stigg.getBooleanEntitlement("cust-1", "feature-sso").isFallback())
                    .isFalse();
            cache.comeBack();
            cache.loseNext(1);
        }
    }
}
