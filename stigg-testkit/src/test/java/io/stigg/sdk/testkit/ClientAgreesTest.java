package io.stigg.sdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.testkit.catalog.CatalogFeature;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two independent readings of the same rules: what the client concludes from facts, across its cache and its own
 * arithmetic of periods, and what Stigg says when it is asked.
 */
@DisplayName("Whatever happens, a client")
class ClientAgreesTest {
    private static final List<String> PLANS = List.of("plan-free", "plan-basic", "plan-pro", "plan-ent");
    private static final List<String> SITE_PLANS = List.of("plan-site-starter", "plan-site-plus");
    private static final List<Optional<String>> RESOURCES =
            List.of(Optional.empty(), Optional.of("r1"), Optional.of("r2"), Optional.of("r9"));

    private final StiggBackend backend = StiggBackend.acme();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("comes to the same verdicts as Stigg")
    void agrees(long seed) {
        Random random = new Random(seed);
        try (Stigg stigg = backend.newClient()) {
            stigg.customers().provision(ProvisionCustomer.of("cust-1"));
            for (int step = 0; step < 60; step++) {
                happen(stigg, random);
                CustomerScope scope = new CustomerScope("cust-1", RESOURCES.get(random.nextInt(4)));
                for (CatalogFeature feature : backend.catalog().features()) {
                    FeatureQuery query = query(scope, feature, random);
                    assertThat(reason(stigg.getEntitlement(query).accessDeniedReason()))
                            .as("seed %s, step %s, %s", seed, step, query)
                            .isEqualTo(reason(backend.entitlement(query).accessDeniedReason()));
                }
                CreditQuery credits = new CreditQuery(scope, "cred-ai", Optional.empty(), random.nextInt(600));
                assertThat(reason(stigg.getCreditEntitlement(credits).accessDeniedReason()))
                        .as("seed %s, step %s, %s", seed, step, credits)
                        .isEqualTo(reason(backend.entitlement(credits).accessDeniedReason()));
            }
        }
    }

    private static String reason(Optional<AccessDeniedReason> reason) {
        return reason.map(Enum::name).orElse("granted");
    }

    private static FeatureQuery query(CustomerScope scope, CatalogFeature feature, Random random) {
        List<String> values = random.nextBoolean() || feature.values().isEmpty()
                ? List.of()
                : List.of(feature.values().get(random.nextInt(feature.values().size())));
        double requested = feature.feature().isMetered() ? random.nextInt(3) * random.nextInt(2_000) / 10.0 : 0;
        return new FeatureQuery(scope, feature.id(), Optional.empty(), requested, values);
    }

    private void happen(Stigg stigg, Random random) {
        try {
            switch (random.nextInt(6)) {
                case 0 -> subscribe(stigg, PlanSelection.of(PLANS.get(random.nextInt(4))), random.nextInt(20));
                case 1 ->
                    subscribe(
                            stigg,
                            PlanSelection.of(SITE_PLANS.get(random.nextInt(2)))
                                    .forResource(random.nextBoolean() ? "r1" : "r2"),
                            random.nextInt(20));
                case 2 -> promote(stigg, random);
                case 3 -> backend.clock().advance(Duration.ofHours(random.nextInt(24 * 10)));
                default -> report(stigg, random);
            }
        } catch (StiggApiException refused) {
            // Not everything that may be tried makes sense, and Stigg says so.
        }
    }

    private void subscribe(Stigg stigg, PlanSelection selection, int days) {
        ProvisionSubscription request = ProvisionSubscription.of("cust-1", selection);
        stigg.subscriptions()
                .provision(
                        days < 10
                                ? request
                                : request.startingAt(backend.clock().now().plus(Duration.ofDays(days - 12))));
        // What others hold of the customer has changed as well; a stream would tell them.
        RESOURCES.forEach(resource -> stigg.reloadEntitlements(new CustomerScope("cust-1", resource)));
    }

    private void promote(Stigg stigg, Random random) {
        List<CatalogFeature> features = List.copyOf(backend.catalog().features());
        CatalogFeature feature = features.get(random.nextInt(features.size()));
        Grant grant = random.nextInt(4) == 0 ? Grant.revoked(feature.id()) : Grant.limited(feature.id(), 1_000);
        backend.promote("cust-1", grant, backend.clock().now().plus(Duration.ofDays(random.nextInt(20))));
        RESOURCES.forEach(resource -> stigg.reloadEntitlements(new CustomerScope("cust-1", resource)));
    }

    private static void report(Stigg stigg, Random random) {
        List<String> reported =
                List.of("feature-seats", "feature-api-calls", "feature-exports", "feature-pages", "feature-ai-tokens");
        ReportUsage report =
                ReportUsage.of("cust-1", reported.get(random.nextInt(reported.size())), random.nextInt(120) - 10);
        Optional<String> resource = RESOURCES.get(random.nextInt(4));
        ReportUsage scoped = resource.map(report::forResource).orElse(report);
        stigg.reportUsage(random.nextInt(5) == 0 ? scoped.replacing() : scoped);
    }
}
