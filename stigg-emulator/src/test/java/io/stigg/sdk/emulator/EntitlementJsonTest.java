package io.stigg.sdk.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.CreditCurrency;
import io.stigg.sdk.entitlement.CreditRate;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.ResetPeriod.Alignment;
import io.stigg.sdk.entitlement.ResetPeriod.Unit;
import io.stigg.sdk.entitlement.UnitTransformation;
import io.stigg.sdk.entitlement.UnitTransformation.Rounding;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Entitlements in the words of the schema")
class EntitlementJsonTest {
    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00.120Z");
    private static final Instant LATER = Instant.parse("2025-02-15T10:00:00Z");

    /** Runs the facts through the schema, which refuses what it does not know. */
    private static Map<String, Object> state(EntitlementFact fact) {
        EntitlementSnapshot snapshot = new EntitlementSnapshot(
                new CustomerScope("cust-1", Optional.of("site-1")),
                List.of(fact),
                Optional.empty(),
                Optional.of(NOW),
                NOW);
        GraphqlExecution execution = new GraphqlExecution(
                SchemaWiring::engine,
                new Roots(
                        Map.of("entitlementsState", environment -> EntitlementJson.state(snapshot)),
                        Map.of(),
                        Map.of(),
                        new Details(StiggBackend.acme())),
                new Recorder(Journal.none(), () -> NOW));
        Map<String, Object> body = Json.readObject(execution
                .execute(
                        GraphqlRequest.of(
                                Resources.text("edge-entitlements-state.graphql"),
                                Map.of("query", Map.of("customerId", "cust-1"))),
                        Quota.UNLIMITED)
                .toCompletableFuture()
                .join()
                .json()
                .getBytes(UTF_8));
        assertThat(body).doesNotContainKey("errors");
        return RawClient.members(RawClient.members(body.get("data")).get("entitlementsState"));
    }

    private static Map<String, Object> newer(EntitlementFact fact) {
        return RawClient.members(((List<?>) state(fact).get("entitlementsV2")).get(0));
    }

    private static Map<String, Object> older(EntitlementFact fact) {
        return RawClient.members(((List<?>) state(fact).get("entitlements")).get(0));
    }

    private static FeatureFact full() {
        Feature feature = new Feature(
                "feature-storage",
                "Storage",
                FeatureType.NUMBER,
                MeterType.INCREMENTAL,
                Optional.of("What is kept"),
                Optional.of("gigabyte"),
                Optional.of("gigabytes"),
                Optional.of(new UnitTransformation(1024, Rounding.UP)),
                Map.of("group", "disk"));
        return new FeatureFact(
                feature,
                Optional.of(Denial.of(AccessDeniedReason.BUDGET_EXCEEDED)),
                OptionalDouble.of(1.25),
                true,
                true,
                List.of(),
                Optional.of(ResetPeriod.of(Unit.DAY)),
                Optional.of(NOW),
                new Usage(0.5, UsagePeriod.between(NOW, LATER), Optional.of(NOW)),
                Optional.of(new CreditRate(2, "cred-ai")),
                Optional.of(LATER));
    }

    @Test
    @DisplayName("say everything about a feature")
    void feature() {
        Map<String, Object> written = newer(full());

        assertThat(written)
                .contains(entry("__typename", "FeatureEntitlement"), entry("isGranted", false))
                .contains(entry("accessDeniedReason", "BudgetExceeded"), entry("usageLimit", 1.25))
                .contains(entry("hasUnlimitedUsage", true), entry("hasSoftLimit", true))
                .contains(entry("currentUsage", 0.5), entry("usageUpdatedAt", "2025-01-15T10:00:00.120Z"))
                .contains(entry("entitlementUpdatedAt", "2025-01-15T10:00:00.120Z"))
                .contains(entry("usagePeriodAnchor", "2025-01-15T10:00:00.120Z"))
                .contains(entry("usagePeriodEnd", "2025-02-15T10:00:00.000Z"), entry("resetPeriod", "DAY"))
                .contains(entry("validUntil", "2025-02-15T10:00:00.000Z"))
                .containsEntry("resetPeriodConfiguration", null);
        assertThat(RawClient.members(written.get("feature")))
                .contains(entry("refId", "feature-storage"), entry("displayName", "Storage"))
                .contains(entry("description", "What is kept"), entry("featureType", "NUMBER"))
                .contains(entry("meterType", "Incremental"), entry("featureUnits", "gigabyte"))
                .contains(
                        entry("featureUnitsPlural", "gigabytes"), entry("additionalMetaData", Map.of("group", "disk")))
                .contains(entry(
                        "unitTransformation",
                        Map.of("__typename", "UnitTransformation", "divide", 1024L, "round", "UP")));
        assertThat(RawClient.members(written.get("creditRate")))
                .contains(entry("amount", 2L), entry("currencyId", "cred-ai"));
    }

    @Test
    @DisplayName("have a number for the end of validity in the older form, and whose they are")
    void olderForm() {
        Map<String, Object> written = older(full());

        assertThat(written)
                .contains(entry("validUntil", LATER.toEpochMilli()), entry("nextResetDate", "2025-02-15T10:00:00.000Z"))
                .contains(entry("customerId", "cust-1"), entry("resourceId", "site-1"));
    }

    @Test
    @DisplayName("say little about a switch")
    void onOff() {
        Map<String, Object> written =
                newer(FeatureFact.of(Feature.of("feature-sso", FeatureType.BOOLEAN, MeterType.NONE)));

        assertThat(written)
                .contains(entry("isGranted", true), entry("hasUnlimitedUsage", false), entry("hasSoftLimit", false))
                .containsEntry("currentUsage", null)
                .containsEntry("usageLimit", null)
                .containsEntry("enumValues", null)
                .containsEntry("validUntil", null);
    }

    @Test
    @DisplayName("say everything about credits, in the newer form alone")
    void credits() {
        CreditCurrency currency = new CreditCurrency(
                "cred-ai",
                "AI credits",
                Optional.of("For models"),
                Optional.of("credit"),
                Optional.of("credits"),
                Map.of("a", 1.0));
        CreditFact fact = new CreditFact(
                currency,
                Optional.empty(),
                500,
                true,
                new Usage(120.5, new UsagePeriod(Optional.empty(), Optional.of(LATER)), Optional.of(NOW)),
                Optional.of(LATER));

        assertThat(newer(fact))
                .contains(entry("__typename", "CreditEntitlement"), entry("isGranted", true))
                .contains(entry("usageLimit", 500L), entry("currentUsage", 120.5), entry("hasSoftLimit", true))
                .contains(entry("usagePeriodEnd", "2025-02-15T10:00:00.000Z"))
                .contains(entry(
                        "currency",
                        Map.of(
                                "__typename", "EntitlementCurrency",
                                "currencyId", "cred-ai",
                                "displayName", "AI credits",
                                "description", "For models",
                                "unitSingular", "credit",
                                "unitPlural", "credits",
                                "additionalMetaData", Map.of("a", 1L))));
        assertThat(state(fact).get("entitlements")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR, SUBSCRIPTION_START, YearlyResetPeriodConfig, yearlyAccordingTo, SubscriptionStart",
        "MONTH, SUBSCRIPTION_START, MonthlyResetPeriodConfig, monthlyAccordingTo, SubscriptionStart",
        "MONTH, START_OF_THE_MONTH, MonthlyResetPeriodConfig, monthlyAccordingTo, StartOfTheMonth",
        "WEEK, SUBSCRIPTION_START, WeeklyResetPeriodConfig, weeklyAccordingTo, SubscriptionStart",
        "WEEK, EVERY_SUNDAY, WeeklyResetPeriodConfig, weeklyAccordingTo, EverySunday",
        "WEEK, EVERY_SATURDAY, WeeklyResetPeriodConfig, weeklyAccordingTo, EverySaturday"
    })
    @DisplayName("name the alignment of reset periods")
    void alignments(Unit unit, Alignment alignment, String type, String member, String value) {
        FeatureFact fact = new FeatureFact(
                Feature.of("f", FeatureType.NUMBER, MeterType.FLUCTUATING),
                Optional.empty(),
                OptionalDouble.of(1),
                false,
                false,
                List.of(),
                Optional.of(new ResetPeriod(unit, alignment)),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());

        assertThat(newer(fact).get("resetPeriodConfiguration")).isEqualTo(Map.of("__typename", type, member, value));
    }
}
