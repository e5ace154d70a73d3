package io.stigg.sdk.testkit.contract;

import static io.stigg.sdk.entitlement.AccessDeniedReason.CUSTOMER_NOT_FOUND;
import static io.stigg.sdk.entitlement.AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND;
import static io.stigg.sdk.entitlement.AccessDeniedReason.FEATURE_NOT_FOUND;
import static io.stigg.sdk.entitlement.AccessDeniedReason.FEATURE_TYPE_MISMATCH;
import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION;
import static io.stigg.sdk.entitlement.AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_VALUES_MISMATCH;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REVOKED;
import static io.stigg.sdk.entitlement.AccessDeniedReason.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.billing.BillingPeriod;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
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
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.subscription.PlanSelection;
import io.stigg.sdk.subscription.ProvisionSubscription;
import io.stigg.sdk.subscription.ProvisionedSubscription;
import io.stigg.sdk.subscription.Subscription;
import io.stigg.sdk.testkit.StiggBackend;
import io.stigg.sdk.testkit.Verdict;
import io.stigg.sdk.testkit.catalog.Grant;
import io.stigg.sdk.usage.ReportUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What customers of the Acme catalogue see through a client, numbered so that each can be named. Extend it for a set of
 * adapters, and lead its client to the backend by whatever way it takes.
 *
 * <p>Not thread-safe; JUnit makes one for each test.
 */
public abstract class AcmeScenarios {
    private static final Instant T0 = Instant.parse("2025-01-15T10:00:00Z");
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");
    private static final String SSO = "feature-sso";
    private static final String CALLS = "feature-api-calls";
    private static final String EXPORTS = "feature-exports";
    private static final String SEATS = "feature-seats";
    private static final String PAGES = "feature-pages";

    private final StiggBackend backend = StiggBackend.acme();

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    private Stigg stigg;

    /** For subclasses. */
    protected AcmeScenarios() {}

    /**
     * Makes the client under test. The suite closes it.
     *
     * @param backend the Stigg that it has to lead to; the client goes by its {@link StiggBackend#clock()}
     * @param fallbacks the fallbacks that the client is to be given
     * @return the client
     */
    protected abstract Stigg newClient(StiggBackend backend, Fallbacks fallbacks);

    /**
     * Asks Stigg itself, past the client.
     *
     * @param backend the Stigg to ask
     * @param query the question
     * @return Stigg's own verdict
     */
    protected Verdict verdict(StiggBackend backend, FeatureQuery query) {
        return backend.entitlement(query);
    }

    /**
     * Makes Stigg unreachable for the client.
     *
     * @param backend the Stigg that the client asks
     */
    protected void cutOff(StiggBackend backend) {
        backend.goDown();
    }

    @BeforeEach
    void open() {
        stigg = newClient(backend, Fallbacks.none().feature("feature-analytics", FixedAnswer.granted()));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    private void customerOn(PlanSelection selection) {
        stigg.customers().provision(ProvisionCustomer.of("cust-1").subscribedTo(selection));
    }

    private void customerOn(String planId) {
        customerOn(PlanSelection.of(planId));
    }

    private BooleanEntitlement onOff(String featureId) {
        return stigg.getBooleanEntitlement("cust-1", featureId);
    }

    private MeteredEntitlement metered(String featureId, double requested) {
        return stigg.getMeteredEntitlement(MeteredQuery.of("cust-1", featureId).requesting(requested));
    }

    private MeteredEntitlement metered(CustomerScope scope, String featureId) {
        return stigg.getMeteredEntitlement(new MeteredQuery(scope, featureId, Optional.empty(), 0));
    }

    private double report(ReportUsage report) {
        return stigg.reportUsage(report).currentUsage().orElseThrow();
    }

    private static void assertGranted(Entitlement answer) {
        assertThat(answer.accessDeniedReason()).isEmpty();
        assertThat(answer.hasAccess()).isTrue();
        assertThat(answer.isFallback()).isFalse();
    }

    private static void assertDenied(Entitlement answer, AccessDeniedReason reason) {
        assertThat(answer.accessDeniedReason()).contains(reason);
        assertThat(answer.hasAccess()).isFalse();
        assertThat(answer.isFallback()).isFalse();
    }

    @Test
    @DisplayName("S01: a customer that Stigg does not know is denied as such")
    void unknownCustomer() {
        EntitlementsState state = stigg.getEntitlementsState(CustomerScope.of("cust-x"));
        BooleanEntitlement sso = stigg.getBooleanEntitlement("cust-x", SSO);

        assertDenied(sso, CUSTOMER_NOT_FOUND);
        assertThat(state.entitlements()).isEmpty();
        assertThat(state.accessDeniedReason()).contains(CUSTOMER_NOT_FOUND);
    }

    @Test
    @DisplayName("S02: a customer without a subscription is denied as such")
    void noSubscription() {
        stigg.customers().provision(ProvisionCustomer.of("cust-1"));

        EntitlementsState state = stigg.reloadEntitlements(CUST_1);

        assertDenied(onOff(SSO), NO_ACTIVE_SUBSCRIPTION);
        assertThat(state.entitlements()).isEmpty();
        assertThat(state.accessDeniedReason()).contains(NO_ACTIVE_SUBSCRIPTION);
    }

    @Test
    @DisplayName("S03: a customer has what its plan has, and no more")
    void whatThePlanHas() {
        customerOn("plan-free");

        NumericEntitlement fileSize = stigg.getNumericEntitlement(NumericQuery.of("cust-1", "feature-file-size"));
        EnumEntitlement support = stigg.getEnumEntitlement(EnumQuery.of("cust-1", "feature-support"));
        EnumEntitlement email = stigg.getEnumEntitlement(
                EnumQuery.of("cust-1", "feature-support").requesting("email"));

        assertDenied(onOff(SSO), NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertGranted(fileSize);
        assertThat(fileSize.value()).hasValue(10);
        assertThat(fileSize.isUnlimited()).isFalse();
        assertGranted(support);
        assertThat(support.enumValues()).containsExactly("community");
        assertDenied(email, REQUESTED_VALUES_MISMATCH);
    }

    @Test
    @DisplayName("S04: a feature that there is not: the client says not entitled, Stigg says not found")
    void unknownFeature() {
        customerOn("plan-free");

        assertDenied(onOff("feature-nope"), NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertThat(verdict(backend, FeatureQuery.of("cust-1", "feature-nope")).accessDeniedReason())
                .contains(FEATURE_NOT_FOUND);
    }

    @Test
    @DisplayName("S05: a feature of another type is denied")
    void typeMismatch() {
        customerOn("plan-free");

        assertDenied(onOff(CALLS), FEATURE_TYPE_MISMATCH);
    }

    @Test
    @DisplayName("S06: usage is granted up to the limit, within the subscription's month")
    void upToTheLimit() {
        customerOn("plan-free");

        MeteredEntitlement within = metered(CALLS, 100);

        assertGranted(metered(CALLS, 1));
        assertGranted(within);
        assertDenied(metered(CALLS, 101), REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(within.usageLimit()).hasValue(100);
        assertThat(within.currentUsage()).isZero();
        assertThat(within.usagePeriod()).isEqualTo(UsagePeriod.between(T0, Instant.parse("2025-02-15T10:00:00Z")));
        assertThat(within.resetPeriod()).contains(ResetPeriod.of(Unit.MONTH));
    }

    @Test
    @DisplayName("S07: at the limit nothing more is granted; asked for nothing, Stigg can be read either way")
    void atTheLimit() {
        customerOn("plan-free");
        report(ReportUsage.of("cust-1", CALLS, 100));

        Verdict lenient = verdict(backend, FeatureQuery.of("cust-1", CALLS));
        backend.denyAtLimit();
        Verdict strict = verdict(backend, FeatureQuery.of("cust-1", CALLS));

        assertGranted(metered(CALLS, 0));
        assertDenied(metered(CALLS, 1), REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(lenient.hasAccess()).isTrue();
        assertThat(strict.accessDeniedReason()).contains(REQUESTED_USAGE_EXCEEDING_LIMIT);
    }

    @Test
    @DisplayName("S08: reports add, replace and give back, and the next check counts them")
    void reports() {
        customerOn("plan-basic");

        assertThat(report(ReportUsage.of("cust-1", SEATS, 3))).isEqualTo(3);
        assertThat(report(ReportUsage.of("cust-1", SEATS, 5).replacing())).isEqualTo(5);
        assertThat(report(ReportUsage.of("cust-1", SEATS, -1))).isEqualTo(4);
        assertGranted(metered(SEATS, 1));
        assertDenied(metered(SEATS, 2), REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(metered(SEATS, 1).usageLimit()).hasValue(5);
        assertThat(metered(SEATS, 1).currentUsage()).isEqualTo(4);
    }

    @Test
    @DisplayName("S09: a soft limit is told and not enforced")
    void softLimit() {
        customerOn("plan-pro");
        report(ReportUsage.of("cust-1", CALLS, 10_050));

        MeteredEntitlement calls = metered(CALLS, 1);

        assertGranted(calls);
        assertThat(calls.hasSoftLimit()).isTrue();
        assertThat(calls.usageLimit()).hasValue(10_000);
        assertThat(calls.currentUsage()).isEqualTo(10_050);
    }

    @Test
    @DisplayName("S10: what is unlimited has no limit")
    void unlimited() {
        customerOn("plan-ent");

        MeteredEntitlement calls = metered(CALLS, 1_000_000_000);

        assertGranted(calls);
        assertThat(calls.isUnlimited()).isTrue();
        assertThat(calls.usageLimit()).isEmpty();
    }

    @Test
    @DisplayName("S11: a plan inherits, and its own value beats an inherited one")
    void inheritance() {
        customerOn("plan-pro");

        MeteredEntitlement exports = metered(EXPORTS, 0);

        assertGranted(onOff("feature-analytics"));
        assertThat(exports.usageLimit()).hasValue(10);
        assertThat(exports.resetPeriod()).contains(new ResetPeriod(Unit.WEEK, Alignment.EVERY_MONDAY));
        assertThat(stigg.getNumericEntitlement(NumericQuery.of("cust-1", "feature-file-size"))
                        .value())
                .hasValue(500);
    }

    @Test
    @DisplayName("S12: what a plan withholds is revoked")
    void revoked() {
        customerOn("plan-pro");

        assertDenied(onOff("feature-legacy-reports"), REVOKED);
    }

    @Test
    @DisplayName("S13: what is granted beside the plan beats what the plan withholds")
    void promotion() {
        customerOn("plan-pro");
        backend.promote("cust-1", Grant.of("feature-legacy-reports"));

        stigg.reloadEntitlements(CUST_1);

        assertGranted(onOff("feature-legacy-reports"));
    }

    @Test
    @DisplayName("S14: without billing a paid plan is there at once")
    void paidPlanWithoutBilling() {
        stigg.customers().provision(ProvisionCustomer.of("cust-1"));

        ProvisionedSubscription outcome = stigg.subscriptions()
                .provision(ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-basic").billed(BillingPeriod.MONTHLY)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProvisionedSubscription.Created.class,
                        made -> assertThat(made.subscription().status()).isEqualTo(Subscription.Status.ACTIVE));
        assertThat(metered(CALLS, 1).usageLimit()).hasValue(1_000);
    }

    @Test
    @DisplayName("S42: usage starts again with the subscription's month")
    void monthlyReset() {
        customerOn("plan-free");
        report(ReportUsage.of("cust-1", CALLS, 60));

        backend.clock().advanceTo(Instant.parse("2025-02-15T09:59:59Z"));
        MeteredEntitlement before = metered(CALLS, 0);
        backend.clock().advance(Duration.ofSeconds(1));
        MeteredEntitlement after = metered(CALLS, 0);

        assertThat(before.currentUsage()).isEqualTo(60);
        assertThat(after.currentUsage()).isZero();
        UsagePeriod next =
                UsagePeriod.between(Instant.parse("2025-02-15T10:00:00Z"), Instant.parse("2025-03-15T10:00:00Z"));
        assertThat(after.usagePeriod()).isEqualTo(next);
        assertThat(stigg.reloadEntitlements(CUST_1).entitlements())
                .filteredOn(MeteredEntitlement.class::isInstance)
                .map(MeteredEntitlement.class::cast)
                .filteredOn(calls -> calls.featureId().equals(CALLS))
                .singleElement()
                .satisfies(calls -> {
                    assertThat(calls.currentUsage()).isZero();
                    assertThat(calls.usagePeriod()).isEqualTo(next);
                });
    }

    @Test
    @DisplayName("S43: usage starts again on Monday, 00:00 UTC")
    void weeklyReset() {
        customerOn("plan-free");
        backend.clock().advanceTo(Instant.parse("2025-01-17T12:00:00Z"));
        report(ReportUsage.of("cust-1", EXPORTS, 3));

        backend.clock().advanceTo(Instant.parse("2025-01-19T23:59:59Z"));
        MeteredEntitlement sunday = metered(EXPORTS, 1);
        backend.clock().advance(Duration.ofSeconds(1));
        MeteredEntitlement monday = metered(EXPORTS, 1);

        assertDenied(sunday, REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertGranted(monday);
        assertThat(monday.currentUsage()).isZero();
        assertThat(monday.usagePeriod())
                .isEqualTo(UsagePeriod.between(
                        Instant.parse("2025-01-20T00:00:00Z"), Instant.parse("2025-01-27T00:00:00Z")));
    }

    @Test
    @DisplayName("S44: a level goes on across months, and has no period")
    void levelsAreNotReset() {
        customerOn("plan-basic");
        report(ReportUsage.of("cust-1", SEATS, 4));

        backend.clock().advanceTo(Instant.parse("2025-02-16T00:00:00Z"));

        assertThat(metered(SEATS, 0).currentUsage()).isEqualTo(4);
        assertThat(metered(SEATS, 0).usagePeriod()).isEqualTo(UsagePeriod.none());
    }

    @Test
    @DisplayName("S48: each resource has what it subscribes to and what its customer does, and usage of its own")
    void resources() {
        CustomerScope first = CUST_1.resource("r1");
        CustomerScope second = CUST_1.resource("r2");
        customerOn("plan-basic");
        stigg.subscriptions()
                .provision(ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-site-plus").forResource("r1")));
        stigg.subscriptions()
                .provision(ProvisionSubscription.of(
                        "cust-1", PlanSelection.of("plan-site-starter").forResource("r2")));

        report(ReportUsage.of("cust-1", PAGES, 3).forResource("r1"));

        assertThat(metered(first, PAGES).usageLimit()).hasValue(50);
        assertThat(metered(second, PAGES).usageLimit()).hasValue(5);
        assertDenied(metered(CUST_1, PAGES), NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        assertThat(metered(first, SEATS).usageLimit()).hasValue(25);
        assertThat(metered(second, SEATS).usageLimit()).hasValue(5);
        assertThat(metered(CUST_1, SEATS).usageLimit()).hasValue(5);
        assertDenied(metered(CUST_1.resource("r9"), SEATS), CUSTOMER_RESOURCE_NOT_FOUND);
        assertThat(metered(first, PAGES).currentUsage()).isEqualTo(3);
        assertThat(metered(second, PAGES).currentUsage()).isZero();
    }

    @Test
    @DisplayName("S50: cut off from Stigg, what is known still counts, then fallbacks, then denial")
    void cutOff() {
        customerOn("plan-free");
        MeteredEntitlement connected = metered(CALLS, 1);
        cutOff(backend);

        MeteredEntitlement soonAfter = metered(CALLS, 1);
        backend.clock().advance(Duration.ofMinutes(10));
        MeteredEntitlement stale = metered(CALLS, 1);
        BooleanEntitlement fallback = stigg.getBooleanEntitlement("cust-2", "feature-analytics");
        BooleanEntitlement nothing = stigg.getBooleanEntitlement("cust-2", SSO);
        BooleanEntitlement ofTheCall =
                stigg.getBooleanEntitlement(BooleanQuery.of("cust-2", SSO).withFallback(FixedAnswer.granted()));

        assertGranted(soonAfter);
        assertThat(soonAfter.isFallback()).isFalse();
        assertThat(soonAfter.usageLimit()).isEqualTo(connected.usageLimit());
        assertGranted(stale);
        assertThat(stale.basis()).isEqualTo(AnswerBasis.STALE);
        assertThat(stale.usageLimit()).hasValue(100);
        assertThat(fallback.hasAccess()).isTrue();
        assertThat(fallback.isFallback()).isTrue();
        assertThat(nothing.accessDeniedReason()).contains(UNKNOWN);
        assertThat(nothing.isFallback()).isTrue();
        assertThat(ofTheCall.hasAccess()).isTrue();
        assertThat(ofTheCall.isFallback()).isTrue();
    }
}
