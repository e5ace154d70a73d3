package io.stigg.sdk.offline;

import static io.stigg.sdk.offline.OfflineEntitlements.granting;
import static io.stigg.sdk.offline.OfflineEntitlements.limit;
import static io.stigg.sdk.offline.OfflineEntitlements.none;
import static io.stigg.sdk.offline.OfflineEntitlements.softLimit;
import static io.stigg.sdk.offline.OfflineEntitlements.unlimited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.stigg.sdk.Stigg;
import io.stigg.sdk.StiggBuilder;
import io.stigg.sdk.StiggStatus;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CreditQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.EntitlementsState;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Fallbacks;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.NumericEntitlement;
import io.stigg.sdk.entitlement.NumericQuery;
import io.stigg.sdk.entitlement.Overrides;
import io.stigg.sdk.testkit.FakeClock;
import io.stigg.sdk.usage.ReportUsage;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A client that works offline")
class OfflineStiggTest {
    private static final BooleanQuery SSO = BooleanQuery.of("cust-1", "sso");
    private static final CustomerScope CUST_1 = CustomerScope.of("cust-1");

    private final FakeClock clock = FakeClock.at(Instant.parse("2025-01-15T10:00:00Z"));
    private Stigg stigg = client().build();

    private OfflineStigg.Builder client() {
        return OfflineStigg.builder().clock(clock);
    }

    private void given(OfflineStigg.Builder builder) {
        given(builder.client());
    }

    private void given(StiggBuilder builder) {
        stigg.close();
        stigg = builder.build();
    }

    private BooleanEntitlement check(String customerId, String featureId) {
        return stigg.getBooleanEntitlement(BooleanQuery.of(customerId, featureId));
    }

    @AfterEach
    void close() {
        stigg.close();
    }

    @Nested
    @DisplayName("and is told what customers are entitled to")
    class Stated {
        @Test
        @DisplayName("grants what is listed, and denies what is not, be it a feature or a customer")
        void listed() {
            given(client().customer("cust-1", granting("sso")));

            assertThat(check("cust-1", "sso").hasAccess()).isTrue();
            assertThat(check("cust-1", "analytics").accessDeniedReason())
                    .contains(AccessDeniedReason.NO_FEATURE_ENTITLEMENT_IN_SUBSCRIPTION);
            assertThat(check("cust-2", "sso").accessDeniedReason()).contains(AccessDeniedReason.CUSTOMER_NOT_FOUND);
        }

        @Test
        @DisplayName("S52: grants cust-1 what it has and nothing else, and takes usage without counting it")
        void scenario() {
            given(client().customer("cust-1", granting("sso")));

            stigg.reportUsage(ReportUsage.of("cust-1", "sso", 1));

            assertThat(check("cust-1", "sso").hasAccess()).isTrue();
            assertThat(check("cust-1", "analytics").hasAccess()).isFalse();
            assertThat(check("cust-2", "sso").hasAccess()).isFalse();
        }

        @Test
        @DisplayName("lists exactly what is listed, and nothing for a customer who is not")
        void lists() {
            given(client().customer("cust-1", granting("sso").metered("calls", limit(10))));

            EntitlementsState known = stigg.getEntitlementsState(CUST_1);
            EntitlementsState unknown = stigg.getEntitlementsState(CustomerScope.of("cust-2"));

            assertThat(known.entitlements()).hasSize(2);
            assertThat(unknown.entitlements()).isEmpty();
            assertThat(stigg.getEntitlements(CUST_1)).hasSize(2);
        }

        @Test
        @DisplayName("says that its answers are what is true, not a fallback")
        void basis() {
            given(client().customer("cust-1", granting("sso")));

            assertThat(check("cust-1", "sso").basis()).isEqualTo(AnswerBasis.FRESH);
            assertThat(check("cust-2", "sso").isFallback()).isFalse();
        }

        @Test
        @DisplayName("knows every kind of entitlement")
        void kinds() {
            given(client().customer(
                            "cust-1",
                            none().numeric("seats", limit(5))
                                    .metered("calls", limit(10).used(9))
                                    .metered("storage", softLimit(1).used(7))
                                    .metered("builds", unlimited())
                                    .values("regions", "eu", "us")
                                    .credits("tokens", limit(500).used(20))));

            NumericEntitlement seats = stigg.getNumericEntitlement(NumericQuery.of("cust-1", "seats"));
            MeteredEntitlement calls = calls(1);
            assertThat(seats.value()).hasValue(5);
            assertThat(calls.hasAccess()).isTrue();
            assertThat(calls(2).accessDeniedReason()).contains(AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT);
            assertThat(metered("storage", 3).hasAccess()).isTrue();
            assertThat(metered("builds", 1_000_000).isUnlimited()).isTrue();
            assertThat(stigg.getEnumEntitlement(
                                    EnumQuery.of("cust-1", "regions").requesting("eu"))
                            .hasAccess())
                    .isTrue();
            assertThat(stigg.getEnumEntitlement(
                                    EnumQuery.of("cust-1", "regions").requesting("mars"))
                            .hasAccess())
                    .isFalse();
            assertThat(stigg.getCreditEntitlement(CreditQuery.of("cust-1", "tokens"))
                            .remaining())
                    .isEqualTo(480);
        }

        private MeteredEntitlement calls(double requested) {
            return metered("calls", requested);
        }

        private MeteredEntitlement metered(String featureId, double requested) {
            return stigg.getMeteredEntitlement(
                    MeteredQuery.of("cust-1", featureId).requesting(requested));
        }

        @Test
        @DisplayName("keeps the resources of a customer apart from the customer, and from each other")
        void resources() {
            given(client().customer("cust-1", granting("sso")).resource("cust-1", "site-1", granting("analytics")));

            assertThat(stigg.getBooleanEntitlement(SSO.forResource("site-1")).hasAccess())
                    .isFalse();
            assertThat(stigg.getBooleanEntitlement(
                                    BooleanQuery.of("cust-1", "analytics").forResource("site-1"))
                            .hasAccess())
                    .isTrue();
            assertThat(stigg.getBooleanEntitlement(SSO.forResource("site-2")).accessDeniedReason())
                    .contains(AccessDeniedReason.CUSTOMER_RESOURCE_NOT_FOUND);
        }

        @Test
        @DisplayName("grants everybody else what everybody else has, and nobody who is listed")
        void everybodyElse() {
            given(client().customer("cust-1", granting("sso")).everybodyElse(granting("trial")));

            assertThat(check("cust-2", "trial").hasAccess()).isTrue();
            assertThat(stigg.getBooleanEntitlement(
                                    BooleanQuery.of("cust-2", "trial").forResource("site-1"))
                            .hasAccess())
                    .isTrue();
            assertThat(check("cust-1", "trial").hasAccess()).isFalse();
        }

        @Test
        @DisplayName("grants until the end, and not from then on, whether it was checked before or not")
        void expiry() {
            given(client().customer(
                            "cust-1",
                            granting("sso").until(clock.now().plusSeconds(60)).granted("analytics")));
            boolean before = check("cust-1", "sso").hasAccess();

            clock.advance(Duration.ofSeconds(60));

            assertThat(before).isTrue();
            assertThat(check("cust-1", "sso").hasAccess()).isFalse();
            assertThat(check("cust-1", "analytics").hasAccess()).isTrue();
            assertThat(stigg.getEntitlements(CUST_1)).hasSize(1);
        }

        @Test
        @DisplayName("ends at the earlier of two ends")
        void earlierEnd() {
            Instant end = clock.now().plusSeconds(60);
            given(client().customer(
                            "cust-1",
                            granting("sso")
                                    .until(end)
                                    .until(end.plusSeconds(60))
                                    .until(end.plusSeconds(1))));

            clock.advance(Duration.ofSeconds(60));

            assertThat(check("cust-1", "sso").hasAccess()).isFalse();
        }

        @Test
        @DisplayName("answers the same for years")
        void years() {
            given(client().customer("cust-1", granting("sso")));
            check("cust-1", "sso");

            clock.advance(Duration.ofDays(3000));

            assertThat(check("cust-1", "sso").hasAccess()).isTrue();
            assertThat(check("cust-1", "sso").basis()).isEqualTo(AnswerBasis.FRESH);
        }

        @Test
        @DisplayName("lets what is stated later of a feature stand in place of what was stated before")
        void restated() {
            given(client().customer("cust-1", none().metered("calls", limit(10)).metered("calls", limit(20))));

            assertThat(stigg.getEntitlements(CUST_1)).hasSize(1);
            assertThat(calls(15).hasAccess()).isTrue();
        }
    }

    @Nested
    @DisplayName("and is told nothing but fallbacks")
    class FallbacksAlone {
        private final Fallbacks fallbacks = Fallbacks.none()
                .feature("sso", FixedAnswer.granted())
                .feature("calls", FixedAnswer.granted().withLimit(10).withCurrentUsage(3));

        @Test
        @DisplayName("answers from them, whoever the customer is, and says so")
        void answers() {
            given(client().client().fallbacks(fallbacks));

            BooleanEntitlement sso = check("anybody", "sso");

            assertThat(sso.hasAccess()).isTrue();
            assertThat(sso.isFallback()).isTrue();
            assertThat(check("anybody", "analytics").hasAccess()).isFalse();
            assertThat(stigg.getEntitlements(CUST_1)).hasSize(2);
        }

        @Test
        @DisplayName("reloads without complaint: there is nothing newer")
        void reload() {
            given(client().client().fallbacks(fallbacks));

            EntitlementsState reloaded = stigg.reloadEntitlements(CUST_1);

            assertThat(reloaded.entitlements()).hasSize(2);
        }

        @Test
        @DisplayName("is as ready afterwards as it was before")
        void status() {
            given(client().client().fallbacks(fallbacks));

            check("anybody", "sso");

            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
        }

        @Test
        @DisplayName("is one method away")
        void shortForm() {
            stigg.close();

            stigg = OfflineStigg.fromFallbacks(fallbacks);

            assertThat(check("anybody", "sso").hasAccess()).isTrue();
        }
    }

    @Nested
    @DisplayName("behaves as it does online:")
    class AsOnline {
        @Test
        @DisplayName("it is ready at once")
        void ready() {
            given(client().customer("cust-1", granting("sso")));

            assertThat(stigg.awaitReady(Duration.ZERO)).isTrue();
            assertThat(stigg.status().state()).isEqualTo(StiggStatus.State.READY);
        }

        @Test
        @DisplayName("an override wins")
        void overrides() {
            given(client().customer("cust-1", granting("sso"))
                    .client()
                    .overrides(Overrides.none().feature("sso", FixedAnswer.denied())));

            assertThat(check("cust-1", "sso").hasAccess()).isFalse();
        }

        @Test
        @DisplayName("a fallback does not stand in for what is stated, a denial included")
        void noFallback() {
            given(client().customer("cust-1", granting("sso"))
                    .client()
                    .fallbacks(Fallbacks.none().feature("analytics", FixedAnswer.granted())));

            assertThat(check("cust-1", "analytics").hasAccess()).isFalse();
        }

        @Test
        @DisplayName("it answers nothing once it is closed")
        void closed() {
            given(client().customer("cust-1", granting("sso")));
            stigg.close();

            assertThat(check("cust-1", "sso").hasAccess()).isFalse();
        }
    }

    @Nested
    @DisplayName("refuses what cannot be meant:")
    class Refuses {
        @Test
        @DisplayName("blank ids")
        void ids() {
            assertThatIllegalArgumentException().isThrownBy(() -> client().customer(" ", none()));
            assertThatIllegalArgumentException().isThrownBy(() -> granting(" ")).withMessageStartingWith("featureId");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> none().credits("", limit(1)))
                    .withMessageStartingWith("currencyId");
        }

        @Test
        @DisplayName("numbers that are no amounts")
        void amounts() {
            assertThatIllegalArgumentException().isThrownBy(() -> limit(-1)).withMessageStartingWith("limit");
            assertThatIllegalArgumentException().isThrownBy(() -> softLimit(Double.NaN));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> limit(1).used(Double.POSITIVE_INFINITY))
                    .withMessageStartingWith("currentUsage");
            assertThatIllegalArgumentException().isThrownBy(() -> none().credits("tokens", unlimited()));
        }

        @Test
        @DisplayName("a resource of the class path that is not there")
        void noResource() {
            InputStream missing = OfflineStiggTest.class.getResourceAsStream("missing.json");

            assertThatNullPointerException()
                    .isThrownBy(() -> OfflineStigg.fromJson(missing))
                    .withMessageContaining("no such resource");
        }

        @Test
        @DisplayName("to reload what is no file")
        void noFile() {
            assertThatIllegalStateException().isThrownBy(client().reloadEvery(Duration.ofSeconds(1))::build);
            assertThatIllegalArgumentException().isThrownBy(() -> client().reloadEvery(Duration.ofMillis(1)));
        }
    }
}
