package io.stigg.sdk.testkit;

import static io.stigg.sdk.testkit.FakeEntitlements.limit;
import static io.stigg.sdk.testkit.FakeEntitlements.softLimit;
import static io.stigg.sdk.testkit.FakeEntitlements.unlimited;
import static io.stigg.sdk.testkit.FakeEntitlements.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.customer.ProvisionCustomer;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.error.ErrorCode;
import io.stigg.sdk.error.StiggApiException;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.usage.ReportUsage;
import io.stigg.sdk.usage.UsageEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Fake entitlements")
class FakeEntitlementsTest {
    private static final MeteredQuery CALLS = MeteredQuery.of("anybody", "feature-api-calls");

    private final FakeEntitlements entitlements = FakeEntitlements.granting("feature-sso");
    private final Stigg stigg = entitlements.newClient();

    @AfterEach
    void close() {
        stigg.close();
    }

    @Nested
    @DisplayName("answer")
    class Answer {
        @Test
        @DisplayName("that what was stated is granted, to everybody and every resource, and nothing else")
        void nothingElse() {
            entitlements.metered("feature-api-calls", limit(100));

            assertThat(stigg.getBooleanEntitlement("anybody", "feature-sso").hasAccess())
                    .isTrue();
            assertThat(stigg.getMeteredEntitlement(CALLS.forResource("site-1")).hasAccess())
                    .isTrue();
            assertThat(stigg.getBooleanEntitlement("anybody", "feature-analytics")
                            .accessDeniedReason())
                    .contains(AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
        }

        @Test
        @DisplayName("as in production what would pass a limit")
        void limits() {
            entitlements.metered("feature-api-calls", limit(100), used(99));

            assertThat(stigg.getMeteredEntitlement(CALLS.requesting(1)).hasAccess())
                    .isTrue();
            assertThat(stigg.getMeteredEntitlement(CALLS.requesting(2)).accessDeniedReason())
                    .contains(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT);
        }

        @Test
        @DisplayName("that a soft limit may be passed")
        void softLimits() {
            entitlements.metered("feature-api-calls", softLimit(100), used(120));

            MeteredEntitlement calls = stigg.getMeteredEntitlement(CALLS.requesting(1));

            assertThat(calls.hasAccess()).isTrue();
            assertThat(calls.hasSoftLimit()).isTrue();
            assertThat(calls.usageLimit()).hasValue(100);
        }

        @Test
        @DisplayName("that there is no limit")
        void noLimits() {
            entitlements.metered("feature-api-calls", unlimited(), used(1_000_000));

            MeteredEntitlement calls = stigg.getMeteredEntitlement(CALLS.requesting(1));

            assertThat(calls.hasAccess()).isTrue();
            assertThat(calls.isUnlimited()).isTrue();
        }

        @Test
        @DisplayName("numbers")
        void numbers() {
            entitlements.numeric("feature-file-size", limit(10)).numeric("feature-row-count", unlimited());

            assertThat(stigg.getNumericEntitlement(NumericQuery.of("anybody", "feature-file-size"))
                            .value())
                    .hasValue(10);
            assertThat(stigg.getNumericEntitlement(NumericQuery.of("anybody", "feature-row-count"))
                            .isUnlimited())
                    .isTrue();
        }

        @Test
        @DisplayName("values")
        void values() {
            entitlements.values("feature-support", "community", "email");

            EnumQuery support = EnumQuery.of("anybody", "feature-support");

            assertThat(stigg.getEnumEntitlement(support.requesting("email")).enumValues())
                    .containsExactly("community", "email");
            assertThat(stigg.getEnumEntitlement(support.requesting("phone")).accessDeniedReason())
                    .contains(AccessDeniedReason.REQUESTED_VALUES_MISMATCH);
        }

        @Test
        @DisplayName("credits")
        void credits() {
            entitlements.credits("cred-ai", limit(100), used(60)).credits("cred-old", softLimit(10), used(12));

            CreditQuery wallet = CreditQuery.of("anybody", "cred-ai");

            assertThat(stigg.getCreditEntitlement(wallet.requesting(40)).hasAccess())
                    .isTrue();
            assertThat(stigg.getCreditEntitlement(wallet.requesting(41)).accessDeniedReason())
                    .contains(AccessDeniedReason.INSUFFICIENT_CREDITS);
            assertThat(stigg.getCreditEntitlement(CreditQuery.of("anybody", "cred-old"))
                            .remaining())
                    .isEqualTo(-2);
        }

        @Test
        @DisplayName("that a feature is withheld, of whatever kind it is")
        void withheld() {
            entitlements
                    .metered("feature-api-calls", limit(100))
                    .revoked("feature-api-calls")
                    .denied("feature-sso", AccessDeniedReason.BUDGET_EXCEEDED)
                    .denied("feature-analytics", AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION);

            assertThat(stigg.getMeteredEntitlement(CALLS).accessDeniedReason()).contains(AccessDeniedReason.REVOKED);
            assertThat(stigg.getBooleanEntitlement("anybody", "feature-sso").accessDeniedReason())
                    .contains(AccessDeniedReason.BUDGET_EXCEEDED);
            assertThat(stigg.getBooleanEntitlement("anybody", "feature-analytics")
                            .accessDeniedReason())
                    .contains(AccessDeniedReason.NO_ACTIVE_SUBSCRIPTION);
        }

        @Test
        @DisplayName("everything at once, in the order in which it was stated")
        void everything() {
            entitlements.metered("feature-api-calls", limit(100)).credits("cred-ai", limit(1), used(0));

            assertThat(stigg.getEntitlementsState(CustomerScope.of("anybody")).entitlements())
                    .containsExactly(
                            stigg.getBooleanEntitlement("anybody", "feature-sso"),
                            stigg.getMeteredEntitlement(CALLS),
                            stigg.getCreditEntitlement(CreditQuery.of("anybody", "cred-ai")));
        }
    }

    @Nested
    @DisplayName("take usage")
    class TakeUsage {
        @Test
        @DisplayName("that counts in the next check, of every client, and of nobody else")
        void countsInTheNextCheck() {
            entitlements.metered("feature-api-calls", limit(100), used(40));
            try (Stigg other = entitlements.newClient()) {
                double before = other.getMeteredEntitlement(CALLS).currentUsage();

                double acknowledged = stigg.reportUsage(ReportUsage.of("anybody", "feature-api-calls", 60))
                        .currentUsage()
                        .orElseThrow();

                assertThat(before).isEqualTo(40);
                assertThat(acknowledged).isEqualTo(100);
                assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(100);
                assertThat(other.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(100);
                assertThat(other.getMeteredEntitlement(MeteredQuery.of("somebody", "feature-api-calls"))
                                .currentUsage())
                        .isEqualTo(40);
            }
        }

        @Test
        @DisplayName("that replaces, gives back down to nothing, and counts once")
        void likeStigg() {
            entitlements.metered("feature-api-calls", limit(100), used(40));
            ReportUsage five = ReportUsage.of("anybody", "feature-api-calls", 5);

            stigg.reportUsageBulk(List.of(five.replacing(), five));
            double replaced = stigg.getMeteredEntitlement(CALLS).currentUsage();
            stigg.reportUsage(ReportUsage.of("anybody", "feature-api-calls", -9));

            assertThat(replaced).isEqualTo(5);
            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isZero();
            assertThat(entitlements.reports()).hasSize(2).contains(five.replacing());
        }

        @Test
        @DisplayName("of what is not stated, too")
        void ofAnything() {
            ReportUsage report = ReportUsage.of("anybody", "feature-unheard-of", 5);

            assertThat(stigg.reportUsage(report).currentUsage()).isEmpty();
            assertThat(entitlements.reports()).containsExactly(report);
        }

        @Test
        @DisplayName("from many threads, and lose none")
        void fromManyThreads() {
            entitlements.metered("feature-api-calls", limit(1_000));

            IntStream.range(0, 200)
                    .parallel()
                    .forEach(i -> stigg.reportUsage(ReportUsage.of("anybody", "feature-api-calls", 1)));

            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(200);
        }

        @Test
        @DisplayName("as events, which are there at once and only once")
        void events() {
            UsageEvent reported = UsageEvent.of("anybody", "login").at(StiggBackend.START);
            UsageEvent published = UsageEvent.of("anybody", "export").at(StiggBackend.START);

            stigg.reportEvent(reported);
            stigg.usage().publisher().publish(published);
            List<UsageEvent> atOnce = entitlements.events();
            stigg.close();

            assertThat(atOnce).containsExactly(reported, published);
            assertThat(entitlements.events()).containsExactly(reported, published);
        }
    }

    @Nested
    @DisplayName("change")
    class Change {
        @Test
        @DisplayName("for a client that has asked before")
        void forWhoHasAsked() {
            entitlements.metered("feature-api-calls", limit(100), used(100));
            boolean before = stigg.getMeteredEntitlement(CALLS.requesting(1)).hasAccess();

            entitlements.metered("feature-api-calls", limit(1_000)).revoked("feature-sso");

            MeteredEntitlement after = stigg.getMeteredEntitlement(CALLS.requesting(1));
            assertThat(before).isFalse();
            assertThat(after.hasAccess()).isTrue();
            assertThat(after.currentUsage()).isEqualTo(100);
            assertThat(stigg.getBooleanEntitlement("anybody", "feature-sso").hasAccess())
                    .isFalse();
        }

        @Test
        @DisplayName("with the usage that is stated, whatever was reported")
        void withUsage() {
            entitlements.metered("feature-api-calls", limit(100));
            stigg.reportUsage(ReportUsage.of("anybody", "feature-api-calls", 70));

            entitlements.metered("feature-api-calls", limit(100), used(10));

            assertThat(stigg.getMeteredEntitlement(CALLS).currentUsage()).isEqualTo(10);
        }
    }

    static Stream<Consumer<FakeEntitlements>> nonsense() {
        return Stream.of(
                fake -> fake.granted(" "),
                fake -> fake.metered("feature-x", limit(-1)),
                fake -> fake.metered("feature-x", limit(1), used(Double.NaN)),
                fake -> fake.credits("cred-ai", unlimited(), used(0)),
                fake -> fake.denied("feature-x", AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    @DisplayName("refuse what cannot be meant")
    void refuseNonsense(Consumer<FakeEntitlements> statement) {
        assertThatIllegalArgumentException().isThrownBy(() -> statement.accept(entitlements));
    }

    @Test
    @DisplayName("say who can do what they cannot")
    void sayWhoCan() {
        assertThatExceptionOfType(StiggApiException.class)
                .isThrownBy(() -> stigg.customers().provision(ProvisionCustomer.of("cust-1")))
                .withMessageContaining("ProvisionCustomer")
                .withMessageContaining("use StiggBackend")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_PARAMETER));
    }

    @Test
    @DisplayName("fail on demand, so that a fallback is answered")
    void failOnDemand() {
        entitlements.faults().on(GetEntitlementsState.class).failNext(1, Faults.unreachable());

        assertThat(stigg.getBooleanEntitlement("anybody", "feature-sso").isFallback())
                .isTrue();
    }

    @Test
    @DisplayName("make clients that are ready and live, as in production")
    void readyAndLive() {
        assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
        assertThat(stigg.status().updates()).isEqualTo(StiggStatus.Updates.LIVE);
    }
}
