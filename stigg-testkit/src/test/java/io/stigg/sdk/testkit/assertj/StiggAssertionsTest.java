package io.stigg.sdk.testkit.assertj;

import static io.stigg.sdk.entitlement.AccessDeniedReason.FEATURE_TYPE_MISMATCH;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT;
import static io.stigg.sdk.entitlement.AccessDeniedReason.REVOKED;
import static io.stigg.sdk.testkit.FakeEntitlements.limit;
import static io.stigg.sdk.testkit.FakeEntitlements.softLimit;
import static io.stigg.sdk.testkit.FakeEntitlements.unlimited;
import static io.stigg.sdk.testkit.FakeEntitlements.used;
import static io.stigg.sdk.testkit.assertj.StiggAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.FeatureQuery;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.testkit.FakeEntitlements;
import io.stigg.sdk.testkit.Faults;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An assertion about an entitlement")
class StiggAssertionsTest {
    private static final MeteredQuery CALLS = MeteredQuery.of("cust-1", "feature-api-calls");

    private final FakeEntitlements entitlements = FakeEntitlements.granting("feature-sso")
            .revoked("feature-analytics")
            .metered("feature-api-calls", limit(100), used(40))
            .metered("feature-seats", unlimited(), used(3))
            .metered("feature-exports", softLimit(3), used(4))
            .numeric("feature-file-size", limit(10))
            .numeric("feature-row-count", unlimited())
            .values("feature-support", "community", "email")
            .credits("cred-ai", limit(500), used(20.5));
    private final Stigg stigg = entitlements.newClient();

    @AfterEach
    void close() {
        stigg.close();
    }

    private Entitlement feature(String featureId) {
        return stigg.getEntitlement(FeatureQuery.of("cust-1", featureId));
    }

    @Test
    @DisplayName("succeeds if it says what the entitlement says")
    void succeeds() {
        assertThat(stigg.getBooleanEntitlement("cust-1", "feature-sso"))
                .isGranted()
                .isNotFallback();
        assertThat(stigg.getBooleanEntitlement("cust-1", "feature-analytics"))
                .isDenied()
                .isDenied(REVOKED);
        assertThat(stigg.getMeteredEntitlement(CALLS.requesting(60)))
                .isGranted()
                .hasLimit(100)
                .hasUsage(40);
        assertThat(stigg.getMeteredEntitlement(CALLS.requesting(61))).isDenied(REQUESTED_USAGE_EXCEEDING_LIMIT);
        assertThat(feature("feature-seats")).isUnlimited().hasUsage(3);
        assertThat(stigg.getNumericEntitlement(NumericQuery.of("cust-1", "feature-file-size")))
                .hasLimit(10);
        assertThat(feature("feature-row-count")).isUnlimited();
        assertThat(stigg.getEnumEntitlement(EnumQuery.of("cust-1", "feature-support")))
                .hasValues("email", "community");
        assertThat(stigg.getCreditEntitlement(CreditQuery.of("cust-1", "cred-ai")))
                .hasLimit(500)
                .hasUsage(20.5);
    }

    @Test
    @DisplayName("knows a fallback, and stands beside AssertJ's own")
    void fallback() {
        entitlements.faults().on(GetEntitlementsState.class).failNext(1, Faults.unreachable());

        Entitlement answer = stigg.getBooleanEntitlement("cust-2", "feature-sso");

        assertThat(answer).isFallback().isDenied();
        assertThat(answer.isFallback()).isTrue();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("feature-sso", assertion -> assertion.isDenied(), "Expected access to be denied, but was"),
                failure("feature-sso", assertion -> assertion.isDenied(REVOKED), "denied, Revoked, but was"),
                failure("feature-sso", assertion -> assertion.isFallback(), "Expected a fallback, but was"),
                failure("feature-sso", assertion -> assertion.hasLimit(0), "on/off feature-sso: granted"),
                failure("feature-sso", assertion -> assertion.hasUsage(0), "on/off feature-sso: granted"),
                failure("feature-sso", assertion -> assertion.isUnlimited(), "on/off feature-sso: granted"),
                failure("feature-sso", assertion -> assertion.hasValues(), "on/off feature-sso: granted"),
                failure(
                        "feature-analytics",
                        assertion -> assertion.isGranted(),
                        "Expected access to be granted, but was\n  on/off feature-analytics: denied, Revoked"),
                failure(
                        "feature-analytics",
                        assertion -> assertion.isDenied(FEATURE_TYPE_MISMATCH),
                        "Expected access to be denied, FeatureTypeMismatch, but was\n"
                                + "  on/off feature-analytics: denied, Revoked"),
                failure(
                        "feature-api-calls",
                        assertion -> assertion.hasLimit(1_000),
                        "Expected a limit of 1000, but was\n"
                                + "  metered feature-api-calls: granted, 40 used, 0 requested, limit 100"),
                failure("feature-api-calls", assertion -> assertion.isUnlimited(), "limit 100"),
                failure("feature-seats", assertion -> assertion.hasLimit(3), "3 used, 0 requested, unlimited"),
                failure("feature-exports", assertion -> assertion.hasUsage(5), "4 used, 0 requested, soft limit 3"),
                failure("feature-file-size", assertion -> assertion.hasLimit(11), "granted, limit 10"),
                failure(
                        "feature-support",
                        assertion -> assertion.hasValues("email"),
                        "Expected the allowed values [email], but was\n"
                                + "  enum feature-support: granted, [community, email] allowed, [] requested"));
    }

    private static Arguments failure(String featureId, Consumer<EntitlementAssert> assertion, String message) {
        return Arguments.of(featureId, assertion, message);
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("fails otherwise, and tells what the entitlement says")
    void fails(String featureId, Consumer<EntitlementAssert> assertion, String message) {
        EntitlementAssert entitlement = assertThat(feature(featureId));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.accept(entitlement))
                .withMessageContaining(message);
    }

    @Test
    @DisplayName("fails about credits with the balance at hand")
    void failsAboutCredits() {
        EntitlementAssert credits = assertThat(
                stigg.getCreditEntitlement(CreditQuery.of("cust-1", "cred-ai").requesting(480)));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(credits::isGranted)
                .withMessageContaining(
                        "credits cred-ai: denied, InsufficientCredits, 20.5 used, 480 requested, limit 500");
    }

    @Test
    @DisplayName("fails with the reason why an answer is not Stigg's")
    void failsWithTheBasis() {
        stigg.setOverrides(Overrides.none().feature("feature-analytics", FixedAnswer.granted()));
        EntitlementAssert analytics = assertThat(feature("feature-analytics"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(analytics::isDenied)
                .withMessageContaining("granted, an override of the client's");
    }

    @Test
    @DisplayName("fails about nothing at all")
    void failsAboutNothing() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((Entitlement) null).isGranted());
    }
}
