package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.http.CapturedLog;
import io.stigg.sdk.http.Samples;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A state of entitlements")
class EntitlementsStateTest {
    private static final Instant ASKED_AT = Instant.parse("2026-02-10T00:00:00Z");
    private static final CustomerScope SCOPE = CustomerScope.of("acme");
    private static final String PLAIN = "{\"__typename\":\"FeatureEntitlement\",\"isGranted\":true,"
            + "\"hasUnlimitedUsage\":false,\"feature\":{\"refId\":\"f\",\"displayName\":\"F\",\"featureType\":\"NUMBER\"}}";

    private final Anomalies anomalies = new Anomalies(text -> text);

    private EntitlementSnapshot parse(String body) {
        GetEntitlementsState request = new GetEntitlementsState(SCOPE, GetEntitlementsState.Freshness.LATEST);
        JsonView data = new Envelope(anomalies, text -> text)
                .data("GetEntitlementsState", 200, body.getBytes(StandardCharsets.UTF_8));
        return Operations.serving(request).read(data, ASKED_AT);
    }

    private EntitlementSnapshot state(String reason, String list) {
        return parse("{\"data\":{\"entitlementsState\":{\"accessDeniedReason\":" + reason + ",\"entitlementsV2\":"
                + list + "}}}");
    }

    private EntitlementFact one(String entitlement) {
        return state("null", "[" + entitlement + "]").entitlements().get(0);
    }

    private static String with(String member) {
        return PLAIN.replace("\"isGranted\":true", "\"isGranted\":true," + member);
    }

    @Nested
    @DisplayName("in full")
    class InFull {
        private final EntitlementSnapshot snapshot = parse(Samples.state());

        @Test
        @DisplayName("has the scope that was asked for, and the times of both clocks")
        void hasScopeAndTimes() {
            assertThat(snapshot.scope()).isEqualTo(SCOPE);
            assertThat(snapshot.denial()).isEmpty();
            assertThat(snapshot.fetchedAt()).isEqualTo(ASKED_AT);
            assertThat(snapshot.updatedAt()).contains(Instant.parse("2026-02-03T00:00:00Z"));
        }

        @Test
        @DisplayName("has a metered feature with all that is said of it")
        void hasAMeteredFeature() {
            assertThat(snapshot.entitlements().get(0))
                    .isEqualTo(new FeatureFact(
                            new Feature(
                                    "feature-api-calls",
                                    "API calls",
                                    FeatureType.NUMBER,
                                    MeterType.INCREMENTAL,
                                    Optional.of("Calls of the API"),
                                    Optional.of("call"),
                                    Optional.of("calls"),
                                    Optional.of(new UnitTransformation(1000, UnitTransformation.Rounding.UP)),
                                    Map.of("team", "core", "list", List.of(1L, Map.of("a", true)))),
                            Optional.empty(),
                            OptionalDouble.of(1000),
                            false,
                            false,
                            List.of(),
                            Optional.of(
                                    new ResetPeriod(ResetPeriod.Unit.MONTH, ResetPeriod.Alignment.START_OF_THE_MONTH)),
                            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                            new Usage(
                                    12.5,
                                    UsagePeriod.between(
                                            Instant.parse("2026-02-01T00:00:00Z"),
                                            Instant.parse("2026-03-01T00:00:00Z")),
                                    Optional.of(Instant.ofEpochMilli(1_769_990_400_000L))),
                            Optional.of(new CreditRate(2, "ai-credits")),
                            Optional.of(Instant.parse("2026-12-31T00:00:00Z"))));
        }

        @Test
        @DisplayName("has a boolean feature of which nothing more is said")
        void hasABooleanFeature() {
            assertThat(snapshot.entitlements().get(1))
                    .isEqualTo(FeatureFact.of(new Feature(
                            "feature-sso",
                            "SSO",
                            FeatureType.BOOLEAN,
                            MeterType.NONE,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of())));
        }

        @Test
        @DisplayName("has an enum's values, and a feature that is withheld")
        void hasTheRest() {
            assertThat(((FeatureFact) snapshot.entitlements().get(2)).enumValues())
                    .containsExactly("eu", "us");
            assertThat(snapshot.entitlements().get(3).denial()).contains(Denial.of(AccessDeniedReason.REVOKED));
            assertThat(((FeatureFact) snapshot.entitlements().get(3)).isUnlimited())
                    .isTrue();
        }

        @Test
        @DisplayName("has a wallet of credits")
        void hasAWallet() {
            assertThat(snapshot.entitlements().get(4))
                    .isEqualTo(new CreditFact(
                            new CreditCurrency(
                                    "ai-credits",
                                    "AI credits",
                                    Optional.empty(),
                                    Optional.of("credit"),
                                    Optional.of("credits"),
                                    Map.of()),
                            Optional.empty(),
                            500,
                            true,
                            new Usage(
                                    120,
                                    new UsagePeriod(
                                            Optional.empty(), Optional.of(Instant.parse("2026-03-01T00:00:00Z"))),
                                    Optional.of(Instant.parse("2026-02-02T00:00:00Z"))),
                            Optional.of(Instant.ofEpochMilli(1_798_675_200_000L))));
        }
    }

    @Nested
    @DisplayName("as a whole")
    class AsAWhole {
        @ParameterizedTest
        @CsvSource({"CustomerNotFound, CUSTOMER_NOT_FOUND", "SomethingNew, UNKNOWN"})
        @DisplayName("keeps the reason, also one that is new")
        void keepsTheReason(String wire, AccessDeniedReason reason) {
            EntitlementSnapshot snapshot = state("\"" + wire + "\"", "[]");

            assertThat(snapshot.denial()).contains(new Denial(reason, wire));
            assertThat(snapshot.updatedAt()).isEmpty();
        }

        @Test
        @DisplayName("may have no list")
        void mayHaveNoList() {
            assertThat(state("\"NoActiveSubscription\"", "null").entitlements()).isEmpty();
        }
    }

    @Nested
    @DisplayName("with one bad entitlement")
    class WithOneBad {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "7",
                    "[]",
                    "\"FeatureEntitlement\"",
                    "{}",
                    "{\"__typename\":\"FeatureEntitlement\"}",
                    "{\"__typename\":\"CreditEntitlement\",\"isGranted\":true,\"currency\":null}",
                    "{\"__typename\":\"SeatEntitlement\",\"isGranted\":true}",
                    "{\"__typename\":\"FeatureEntitlement\",\"isGranted\":true,\"hasUnlimitedUsage\":true,\"feature\":null}",
                })
        @DisplayName("leaves it out, keeps the others, and says so once")
        void leavesItOut(String bad) {
            try (CapturedLog log = CapturedLog.start()) {
                EntitlementSnapshot snapshot = state("null", "[" + bad + "," + PLAIN + "," + bad + "]");
                state("null", "[" + bad + "]");

                assertThat(snapshot.entitlements()).hasSize(1);
                assertThat(snapshot.denial()).isEmpty();
                assertThat(log.warnings()).hasSize(1).allMatch(line -> line.contains("left out"));
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"isGranted\":true | \"isGranted\":null",
                    "\"isGranted\":true | \"isGranted\":\"true\"",
                    "\"isGranted\":true | \"isGranted\":1",
                    "\"hasUnlimitedUsage\":false | \"hasUnlimitedUsage\":null",
                    "\"hasUnlimitedUsage\":false | \"hasUnlimitedUsage\":\"yes\"",
                    "\"hasUnlimitedUsage\":false, | ",
                    "\"refId\":\"f\" | \"refId\":null",
                    "\"refId\":\"f\" | \"refId\":\"  \"",
                    "\"refId\":\"f\" | \"refId\":7",
                    "\"displayName\":\"F\" | \"displayName\":null",
                    "\"featureType\":\"NUMBER\" | \"featureType\":null",
                    "\"isGranted\":true | \"isGranted\":true,\"accessDeniedReason\":1",
                    "\"isGranted\":true | \"isGranted\":true,\"usageLimit\":\"10\"",
                    "\"isGranted\":true | \"isGranted\":true,\"usageLimit\":1e999",
                    "\"isGranted\":true | \"isGranted\":true,\"usageLimit\":-1e999",
                    "\"isGranted\":true | \"isGranted\":true,\"currentUsage\":{}",
                    "\"isGranted\":true | \"isGranted\":true,\"enumValues\":[null]",
                    "\"isGranted\":true | \"isGranted\":true,\"enumValues\":\"eu\"",
                    "\"isGranted\":true | \"isGranted\":true,\"validUntil\":\"tomorrow\"",
                    "\"isGranted\":true | \"isGranted\":true,\"validUntil\":true",
                    "\"isGranted\":true | \"isGranted\":true,\"validUntil\":1e300",
                    "\"isGranted\":true | \"isGranted\":true,\"usagePeriodEnd\":-1e18",
                    "\"isGranted\":true | \"isGranted\":true,\"usageUpdatedAt\":\"+1000000000-12-31T23:59:59Z\"",
                    "\"isGranted\":true | \"isGranted\":true,\"hasSoftLimit\":\"no\"",
                    "\"isGranted\":true | \"isGranted\":true,\"creditRate\":{\"amount\":null,\"currencyId\":\"c\"}",
                    "\"isGranted\":true | \"isGranted\":true,\"resetPeriodConfiguration\":7,\"resetPeriod\":\"DAY\"",
                })
        @DisplayName("whose one member is wrong, grants nothing")
        void grantsNothing(String right, String wrong) {
            String bad = PLAIN.replace(right, wrong == null ? "" : wrong);

            assertThat(bad).isNotEqualTo(PLAIN);
            assertThat(state("null", "[" + bad + "]").entitlements()).isEmpty();
        }
    }

    @Nested
    @DisplayName("with news")
    class WithNews {
        @Test
        @DisplayName("reads unknown values of enums as unknown, and says so once")
        void readsUnknownEnums() {
            String news = with("\"resetPeriod\":\"FORTNIGHT\",\"resetPeriodConfiguration\":"
                            + "{\"__typename\":\"FortnightConfig\"}")
                    .replace("\"NUMBER\"", "\"COLOUR\",\"meterType\":\"Spiral\"");

            try (CapturedLog log = CapturedLog.start()) {
                one(news);
                FeatureFact fact = (FeatureFact) one(news);

                assertThat(fact.feature().type()).isEqualTo(FeatureType.UNKNOWN);
                assertThat(fact.feature().meterType()).isEqualTo(MeterType.UNKNOWN);
                assertThat(fact.resetPeriod())
                        .contains(new ResetPeriod(ResetPeriod.Unit.UNKNOWN, ResetPeriod.Alignment.UNKNOWN));
                assertThat(log.warnings())
                        .hasSize(4)
                        .anyMatch(line -> line.contains("COLOUR"))
                        .anyMatch(line -> line.contains("FortnightConfig"));
            }
        }

        @Test
        @DisplayName("ignores members that it does not know")
        void ignoresUnknownMembers() {
            assertThat(one(with("\"novelty\":{\"a\":[1]}"))).isEqualTo(one(PLAIN));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DAY | null | SUBSCRIPTION_START",
                "MONTH | {\"__typename\":\"MonthlyResetPeriodConfig\",\"monthlyAccordingTo\":\"SubscriptionStart\"} | SUBSCRIPTION_START",
                "MONTH | {\"__typename\":\"MonthlyResetPeriodConfig\",\"monthlyAccordingTo\":null} | SUBSCRIPTION_START",
                "WEEK | {\"__typename\":\"WeeklyResetPeriodConfig\",\"weeklyAccordingTo\":\"EverySunday\"} | EVERY_SUNDAY",
                "WEEK | {\"__typename\":\"WeeklyResetPeriodConfig\",\"weeklyAccordingTo\":\"EveryFullMoon\"} | UNKNOWN",
                "YEAR | {\"__typename\":\"YearlyResetPeriodConfig\",\"yearlyAccordingTo\":\"SubscriptionStart\"} | SUBSCRIPTION_START",
            })
    @DisplayName("reads what periods are aligned to")
    void readsAlignments(ResetPeriod.Unit unit, String configuration, ResetPeriod.Alignment alignment) {
        FeatureFact fact = (FeatureFact)
                one(with("\"resetPeriod\":\"" + unit + "\",\"resetPeriodConfiguration\":" + configuration));

        assertThat(fact.resetPeriod()).contains(new ResetPeriod(unit, alignment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "true | null | -",
                "true | \"\" | -",
                "true | \"BudgetExceeded\" | BUDGET_EXCEEDED",
                "false | \"Revoked\" | REVOKED",
                "false | null | UNKNOWN",
                "false | \"SomethingNew\" | UNKNOWN",
            })
    @DisplayName("withholds for a reason, or for none when it is not granted")
    void withholds(boolean granted, String reason, AccessDeniedReason expected) {
        EntitlementFact fact = one(
                PLAIN.replace("\"isGranted\":true", "\"isGranted\":" + granted + ",\"accessDeniedReason\":" + reason));

        assertThat(fact.denial().map(Denial::reason)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "\"2026-01-01T00:00:00.000Z\" | 2026-01-01T00:00:00Z",
                "\"2026-01-01T02:00:00+02:00\" | 2026-01-01T00:00:00Z",
                "1767225600000 | 2026-01-01T00:00:00Z",
                "1.7672256e12 | 2026-01-01T00:00:00Z",
                "null | -",
                "\"\" | -",
                "0 | -",
            })
    @DisplayName("reads times as text or as milliseconds")
    void readsTimes(String json, Instant expected) {
        assertThat(one(with("\"validUntil\":" + json)).validUntil()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    @DisplayName("takes the latest valid time for its own, whatever the first says")
    void takesTheLatestTime() {
        String list =
                "[" + with("\"entitlementUpdatedAt\":null") + "," + with("\"entitlementUpdatedAt\":\"junk\"") + ","
                        + with("\"entitlementUpdatedAt\":1767225600000") + ","
                        + with("\"entitlementUpdatedAt\":\"2025-01-01T00:00:00Z\"") + "]";

        EntitlementSnapshot snapshot = state("null", list);

        assertThat(snapshot.entitlements()).hasSize(4);
        assertThat(snapshot.updatedAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    }
}
