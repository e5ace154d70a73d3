package io.stigg.sdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.Registration;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggListener;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.StiggStatus.Updates;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditEntitlement;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumEntitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.event.EntitlementsUpdated;
import io.stigg.sdk.event.UsageUpdated;
import io.stigg.sdk.http.HttpTransport;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.memory.MemoryCacheStatistics;
import io.stigg.sdk.port.AdapterSet;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageAck;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The Java of the README, run. {@link DocumentationTest} finds what stands there and not here. */
@DisplayName("The snippets of the documentation")
class DocumentedSnippetsTest {
    private final StiggBackend acme = StiggBackend.acme();
    private final Stigg stigg = acme.newClient();

    @BeforeEach
    void customer() {
        stigg.customers().provision(ProvisionCustomer.of("customer-acme").subscribedTo(PlanSelection.of("plan-free")));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private static final class UpgradeRequired extends RuntimeException {
        private static final long serialVersionUID = 1;

        UpgradeRequired(Optional<AccessDeniedReason> reason) {
            super(reason.map(AccessDeniedReason::wireName).orElse(""));
        }
    }

    @Test
    @DisplayName("deny what is beyond the limit")
    void firstCheck() {
        stigg.reportUsage(ReportUsage.of("customer-acme", "feature-api-calls", 100));

        assertThatThrownBy(this::callApi)
                .isInstanceOf(UpgradeRequired.class)
                .hasMessage("RequestedUsageExceedingLimit");
    }

    private void callApi() {
        MeteredEntitlement calls = stigg.getMeteredEntitlement(
                MeteredQuery.of("customer-acme", "feature-api-calls").requesting(1));
        if (!calls.hasAccess()) {
            throw new UpgradeRequired(calls.accessDeniedReason());
        }
    }

    @Test
    @DisplayName("make a client")
    void client() {
        String apiKey = "no-such-key";
        Stigg stigg = Stigg.builder()
                .transport(HttpTransport.withApiKey(apiKey))
                .cache(MemoryCache.ofCustomers(100_000))
                .build();
        stigg.close();

        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.CLOSED);
    }

    @Test
    @DisplayName("check every kind of feature")
    void checks() {
        BooleanEntitlement sso = stigg.getBooleanEntitlement("customer-acme", "feature-sso");
        NumericEntitlement size = stigg.getNumericEntitlement(NumericQuery.of("customer-acme", "feature-file-size"));
        MeteredEntitlement seats = stigg.getMeteredEntitlement(
                MeteredQuery.of("customer-acme", "feature-seats").requesting(2));
        EnumEntitlement support = stigg.getEnumEntitlement(
                EnumQuery.of("customer-acme", "feature-support").requesting("email"));
        CreditEntitlement credits = stigg.getCreditEntitlement(
                CreditQuery.of("customer-acme", "cred-ai").requesting(50));
        MeteredEntitlement pages = stigg.getMeteredEntitlement(
                MeteredQuery.of("customer-acme", "feature-pages").forResource("site-1"));

        assertThat(List.of(sso, support, credits, pages)).noneMatch(Entitlement::hasAccess);
        assertThat(List.of(size, seats)).allMatch(Entitlement::hasAccess);
    }

    @Test
    @DisplayName("check a feature of whatever type, and all")
    void generic() {
        Entitlement any = stigg.getEntitlement(FeatureQuery.of("customer-acme", "feature-support"));
        EntitlementsState all = stigg.getEntitlementsState(CustomerScope.of("customer-acme"));
        EntitlementsState latest = stigg.reloadEntitlements(CustomerScope.of("customer-acme"));

        assertThat(any).isInstanceOf(EnumEntitlement.class);
        assertThat(all.entitlements()).isNotEmpty().isEqualTo(latest.entitlements());
    }

    @Test
    @DisplayName("configure fallbacks")
    void fallbacks() {
        Fallbacks fallbacks = Fallbacks.none()
                .feature("feature-sso", FixedAnswer.granted())
                .feature("feature-api-calls", FixedAnswer.granted().withLimit(100))
                .currency("cred-ai", FixedAnswer.denied());
        acme.goDown();

        try (Stigg client =
                Stigg.builder().adapters(acme.adapters()).fallbacks(fallbacks).build()) {
            assertThat(client.getEntitlements(CustomerScope.of("customer-acme")))
                    .hasSize(3)
                    .allMatch(Entitlement::isFallback);
        }
    }

    @Test
    @DisplayName("give a call its own fallback")
    void ownFallback() {
        BooleanEntitlement analytics = stigg.getBooleanEntitlement(
                BooleanQuery.of("customer-acme", "feature-analytics").withFallback(FixedAnswer.granted()));

        assertThat(analytics.hasAccess()).as("Stigg says no").isFalse();
    }

    @Test
    @DisplayName("override")
    void overrides() {
        stigg.setOverrides(Overrides.none()
                .feature("feature-exports", FixedAnswer.denied())
                .customerFeature(
                        "customer-acme",
                        "feature-exports",
                        FixedAnswer.granted().unlimited()));

        assertThat(stigg.getMeteredEntitlement(MeteredQuery.of("customer-acme", "feature-exports"))
                        .isUnlimited())
                .isTrue();
    }

    @Test
    @DisplayName("write")
    void writes() {
        stigg.customers()
                .provision(ProvisionCustomer.of("customer-acme")
                        .withName("Acme")
                        .subscribedTo(PlanSelection.of("plan-free")));
        stigg.subscriptions()
                .provision(ProvisionSubscription.of(
                        "customer-acme",
                        PlanSelection.of("plan-basic")
                                .billed(BillingPeriod.MONTHLY)
                                .withAddon("addon-calls", 2)));
        UsageAck ack = stigg.reportUsage(ReportUsage.of("customer-acme", "feature-api-calls", 25));

        assertThat(ack.currentUsage()).hasValue(25);
    }

    @Test
    @DisplayName("do not block")
    void async() {
        CompletableFuture<Boolean> allowed = stigg.async()
                .getMeteredEntitlement(
                        MeteredQuery.of("customer-acme", "feature-api-calls").requesting(1))
                .thenApply(Entitlement::hasAccess);

        assertThat(allowed.join()).isTrue();
    }

    private final List<StiggStatus.State> alerts = new CopyOnWriteArrayList<>();

    private void alert(StiggStatus.State state, Optional<StiggException> failure) {
        assertThat(failure).isEmpty();
        alerts.add(state);
    }

    @Test
    @DisplayName("listen")
    void listen() {
        Registration registration = stigg.addListener(new StiggListener() {
            @Override
            public void onStatusChanged(StiggStatus status) {
                alert(status.state(), status.lastFailure());
            }
        });
        stigg.close();
        registration.close();

        assertThat(alerts).contains(StiggStatus.State.CLOSED);
    }

    private final List<CustomerScope> redrawn = new CopyOnWriteArrayList<>();
    private final List<CustomerScope> warned = new CopyOnWriteArrayList<>();

    private void redraw(CustomerScope scope, List<Entitlement> entitlements) {
        assertThat(entitlements).isNotEmpty();
        redrawn.add(scope);
    }

    private void warnIfNearLimit(CustomerScope scope, Optional<Entitlement> entitlement) {
        assertThat(entitlement).isPresent();
        warned.add(scope);
    }

    @Test
    @DisplayName("follow what changes")
    void follow() {
        Registration following = stigg.addListener(new StiggListener() {
            @Override
            public void onEntitlementsUpdated(EntitlementsUpdated event) {
                redraw(event.scope(), event.state().entitlements());
            }

            @Override
            public void onUsageUpdated(UsageUpdated event) {
                warnIfNearLimit(event.reading().scope(), event.entitlement());
            }
        });
        stigg.getBooleanEntitlement("customer-acme", "feature-sso");

        acme.promote("customer-acme", Grant.of("feature-sso"));
        acme.setUsage(CustomerScope.of("customer-acme"), "feature-api-calls", 90);

        await().untilAsserted(() -> assertThat(redrawn).containsOnly(CustomerScope.of("customer-acme")));
        await().untilAsserted(() -> assertThat(warned).containsOnly(CustomerScope.of("customer-acme")));
        following.close();
    }

    @Test
    @DisplayName("do without live updates")
    void withoutLiveUpdates() {
        AdapterSet adapters = acme.adapters();
        Stigg script = Stigg.builder().adapters(adapters).withoutLiveUpdates().build();

        assertThat(script.status().updates()).isEqualTo(Updates.OFF);
        script.close();
    }

    @Test
    @DisplayName("test what a client is told")
    void testkitUpdates() {
        StiggBackend acme = StiggBackend.acme();
        try (Stigg stigg = acme.newClient()) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));

            acme.promote("cust-1", Grant.limited("feature-api-calls", 5_000));
            MeteredQuery calls = MeteredQuery.of("cust-1", "feature-api-calls");
            assertThat(stigg.getMeteredEntitlement(calls).usageLimit()).hasValue(5_000);

            acme.dropStreams();
            assertThat(stigg.status().updates()).isEqualTo(Updates.RECONNECTING);
        }
    }

    @Test
    @DisplayName("test with a Stigg in memory")
    void testkit() {
        StiggBackend backend = StiggBackend.acme();
        try (Stigg stigg = backend.newClient()) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(PlanSelection.of("plan-free")));
            stigg.reportUsage(ReportUsage.of("cust-1", "feature-api-calls", 100));
            MeteredQuery oneMore =
                    MeteredQuery.of("cust-1", "feature-api-calls").requesting(1);
            assertThat(stigg.getMeteredEntitlement(oneMore).hasAccess()).isFalse();

            backend.clock().advance(Duration.ofDays(31));
            assertThat(stigg.getMeteredEntitlement(oneMore).hasAccess()).isTrue();

            backend.goDown();
            assertThat(stigg.getBooleanEntitlement("cust-2", "feature-sso").isFallback())
                    .isTrue();
        }
    }

    @Test
    @DisplayName("bound the cache")
    void cache() {
        MemoryCacheStatistics statistics = new MemoryCacheStatistics();
        MemoryCache cache =
                MemoryCache.ofCustomers(100_000).withinBytes(256L << 20).reportingTo(statistics);

        try (Stigg client = Stigg.builder()
                .transport(acme.transport())
                .cache(cache)
                .clock(acme.clock())
                .build()) {
            client.getBooleanEntitlement("customer-acme", "feature-sso");
            assertThat(statistics.held()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("point at a local Stigg")
    void local() {
        HttpTransport local = HttpTransport.withApiKey("key")
                .baseUri(URI.create("http://127.0.0.1:4000"))
                .baseEdgeUri(URI.create("http://127.0.0.1:4000"));

        assertThat(local).asString().contains("127.0.0.1:4000").doesNotContain("key");
    }
}
