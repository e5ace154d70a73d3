package io.stigg.sdk.redis;

import static io.stigg.sdk.redis.RawRedis.held;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what this SDK and Node's read of each other in Redis")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeFormatTest {
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final StoredFixture NODE = StoredFixture.named("node-3.95.json");
    private static final UsagePeriod DECEMBER_2098 =
            UsagePeriod.between(Instant.parse("2098-12-01T00:00:00Z"), Instant.parse("2099-01-01T00:00:00Z"));
    private static final CustomerScope ACME = CustomerScope.of("acme");

    private final FakeClock clock = FakeClock.at(NOW);
    private RawRedis redis;
    private EntitlementCache cache;
    private String environment;

    @BeforeAll
    void startRedis() {
        redis = RawRedis.single();
    }

    @AfterAll
    void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void open() {
        environment = TestAdapters.environment();
        cache = TestAdapters.of(redis.environment(environment), clock).cache();
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Nested
    @DisplayName("what Node 3.95 has written")
    class WrittenByNode {
        private EntitlementCache shared;

        @BeforeEach
        void fill() {
            NODE.values().forEach(redis::set);
            shared = TestAdapters.of(redis.environment(NODE.environment()), clock)
                    .cache();
        }

        @AfterEach
        void empty() {
            shared.close();
            redis.delete(redis.values(NODE.environment()).keySet().toArray(String[]::new));
        }

        @Test
        @DisplayName("is read with every kind of feature, and with the usage beside it")
        void customer() {
            EntitlementSnapshot found = held(shared, CustomerScope.of("cust-1")).orElseThrow();

            assertThat(found.updatedAt()).contains(Instant.ofEpochMilli(1768471200000L));
            assertThat(found.fetchedAt()).isEqualTo(Instant.ofEpochMilli(1768471200000L));
            assertThat(found.denial()).isEmpty();
            assertThat(found.entitlements())
                    .containsExactly(
                            fact(feature("feature-sso", FeatureType.BOOLEAN, MeterType.NONE), OptionalDouble.empty())
                                    .build(),
                            fact(feature("feature-legacy", FeatureType.BOOLEAN, MeterType.NONE), OptionalDouble.empty())
                                    .denied("Revoked")
                                    .build(),
                            fact(counted("feature-file-size", MeterType.NONE), OptionalDouble.of(100))
                                    .build(),
                            fact(feature("feature-support", FeatureType.ENUM, MeterType.NONE), OptionalDouble.empty())
                                    .values("community", "email")
                                    .build(),
                            fact(counted("feature-api-calls", MeterType.INCREMENTAL), OptionalDouble.of(1000))
                                    .monthly()
                                    .used(20, DECEMBER_2098, 1768473000000L)
                                    .build(),
                            fact(counted("feature-seats", MeterType.FLUCTUATING), OptionalDouble.empty())
                                    .unlimited()
                                    .used(3, UsagePeriod.none(), 1768471200000L)
                                    .build(),
                            fact(counted("feature-ai-tokens", MeterType.INCREMENTAL), OptionalDouble.of(1000))
                                    .softly()
                                    .monthly()
                                    .used(12, DECEMBER_2098, 1768471500000L)
                                    .costing(new CreditRate(2, "cred-ai"))
                                    .until(4083955200000L)
                                    .build());
        }

        @Test
        @DisplayName("is read of a resource, and of its customer apart from it")
        void resource() {
            CustomerScope customer = CustomerScope.of("cust-2");

            assertThat(held(shared, customer).orElseThrow().entitlements())
                    .containsExactly(fact(counted("feature-seats", MeterType.FLUCTUATING), OptionalDouble.of(5))
                            .used(1, UsagePeriod.none(), 1768471200000L)
                            .build());
            EntitlementSnapshot site = held(shared, customer.resource("site-1")).orElseThrow();
            assertThat(site.updatedAt()).contains(Instant.ofEpochMilli(1768474800000L));
            assertThat(site.entitlements())
                    .containsExactly(
                            fact(counted("feature-pages", MeterType.FLUCTUATING), OptionalDouble.of(50))
                                    .used(4, UsagePeriod.none(), 1768471200000L)
                                    .build(),
                            fact(feature("feature-domain", FeatureType.BOOLEAN, MeterType.NONE), OptionalDouble.empty())
                                    .build());
        }

        @Test
        @DisplayName("is read of a customer whom nobody knows: a set that is empty, and of no known time")
        void nobody() {
            EntitlementSnapshot nobody =
                    held(shared, CustomerScope.of("cust-nobody")).orElseThrow();

            assertThat(nobody)
                    .isEqualTo(new EntitlementSnapshot(
                            CustomerScope.of("cust-nobody"),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.EPOCH));
        }

        @Test
        @DisplayName("stays as it is when it is written by this SDK, which only adds to it")
        void isKeptWhenWrittenAgain() {
            List<CustomerScope> scopes = List.of(
                    CustomerScope.of("cust-1"),
                    CustomerScope.of("cust-2"),
                    CustomerScope.of("cust-2").resource("site-1"),
                    CustomerScope.of("cust-nobody"));

            scopes.forEach(scope -> cache.store(held(shared, scope).orElseThrow()));
            scopes.forEach(scope -> assertThat(held(cache, scope)).isPresent());

            Map<String, String> written = redis.values(environment);
            NODE.values().forEach((key, value) -> {
                String ours = written.get(
                        environment + key.substring(NODE.environment().length()));
                assertThat(ours).as(key).isNotNull();
                assertContains(key, JsonParser.parseString(ours), JsonParser.parseString(value));
            });
        }

        /** Whatever Node reads is there, with the values that Node would have written. */
        private void assertContains(String where, JsonElement ours, JsonElement nodes) {
            if (nodes instanceof JsonObject object) {
                object.entrySet()
                        .forEach(member -> assertContains(
                                where + "/" + member.getKey(),
                                ours.getAsJsonObject().get(member.getKey()),
                                member.getValue()));
            } else if (where.endsWith("/featureUsage/currentUsage")) {
                // What stands beside the set is newer.
                assertThat(ours.getAsDouble()).as(where).isGreaterThanOrEqualTo(nodes.getAsDouble());
            } else {
                assertThat(ours).as(where).isEqualTo(nodes);
            }
        }
    }

    @Nested
    @DisplayName("what this SDK writes")
    class WrittenByJava {
        @Test
        @DisplayName("is exactly what is in the golden file, key by key")
        void golden() {
            StoredFixture golden = StoredFixture.named("java.json");

            storeEverything();

            assertThat(redis.values(environment))
                    .containsExactlyInAnyOrderEntriesOf(golden.values().entrySet().stream()
                            .collect(Collectors.toMap(
                                    value -> environment
                                            + value.getKey()
                                                    .substring(
                                                            golden.environment().length()),
                                    Map.Entry::getValue)));
        }

        @Test
        @DisplayName("is read as what it was")
        void isReadAgain() {
            storeEverything();

            assertThat(held(cache, ACME)).contains(everyKind());
            assertThat(held(cache, ACME.resource("site-1"))).contains(ofResource());
            assertThat(held(cache, CustomerScope.of("nobody"))).contains(nobody());
        }

        @Test
        @DisplayName("are strings that end after seven days, each with its timestamp beside it")
        void endsAfterSevenDays() {
            storeEverything();

            assertThat(redis.values(environment).keySet()).allSatisfy(key -> {
                assertThat(redis.isString(key)).isTrue();
                assertThat(redis.secondsToLive(key)).isBetween(604_700L, 604_800L);
                assertThat(key.endsWith("#timestamp") || redis.get(key + "#timestamp") != null)
                        .isTrue();
            });
        }

        @Test
        @DisplayName("never ends where it is to stay for ever, news of usage included")
        void neverEnds() {
            cache.close();
            cache = TestAdapters.of(redis.environment(environment).neverExpiring(), clock)
                    .cache();

            storeEverything();
            cache.applyUsage(reading("calls", 13));

            assertThat(heldUsage("calls")).isEqualTo(13);
            assertThat(redis.values(environment).keySet())
                    .allSatisfy(key -> assertThat(redis.secondsToLive(key)).isEqualTo(-1));
        }

        @Test
        @DisplayName("counts its time from the last write, and reading does not prolong it")
        void everyWriteProlongs() {
            storeEverything();
            Map<String, String> values = redis.values(environment);
            values.keySet().forEach(key -> redis.endIn(Duration.ofSeconds(100), key));
            String used = environment + ":c_acme:f_calls";

            cache.applyUsage(reading("calls", 13));

            assertThat(heldUsage("calls")).isEqualTo(13);
            values.keySet()
                    .forEach(key -> assertThat(redis.secondsToLive(key) > 100)
                            .as(key)
                            .isEqualTo(key.equals(used) || key.equals(used + "#timestamp")));
        }

        @Test
        @DisplayName("has features under their bare ids with the usage part that Node 3.95 needs, and credits apart")
        void membersForOldReaders() {
            storeEverything();

            JsonObject set =
                    JsonParser.parseString(redis.get(environment + ":c_acme")).getAsJsonObject();
            assertThat(set.keySet())
                    .containsExactly("sso", "legacy", "size", "support", "calls", "seats", "tokens", "credit_ai");
            set.entrySet().stream()
                    .filter(member -> !member.getKey().startsWith("credit_"))
                    .forEach(member -> {
                        JsonObject fact = member.getValue().getAsJsonObject();
                        assertThat(fact.keySet()).containsExactly("calculatedEntitlement", "featureUsage");
                        assertThat(fact.getAsJsonObject("calculatedEntitlement").keySet())
                                .contains(
                                        "type",
                                        "feature",
                                        "usageLimit",
                                        "hasUnlimitedUsage",
                                        "hasSoftLimit",
                                        "enumValues");
                        assertThat(fact.getAsJsonObject("featureUsage").keySet())
                                .contains("resetPeriod", "resetPeriodConfiguration", "currentUsage");
                    });
            assertThat(set.getAsJsonObject("credit_ai").keySet()).containsExactly("calculatedEntitlement", "usageData");
        }

        @Test
        @DisplayName("leaves out what is absent, and says null only where Node does")
        void leavesOutWhatIsAbsent() {
            cache.store(snapshot(ACME, NOW, plain("sso", FeatureType.BOOLEAN)));
            assertThat(held(cache, ACME)).isPresent();

            assertThat(redis.get(environment + ":c_acme"))
                    .isEqualTo("{\"sso\":{\"calculatedEntitlement\":{\"type\":\"FEATURE\",\"feature\":{\"id\":\"sso\","
                            + "\"displayName\":\"sso\",\"featureType\":\"BOOLEAN\",\"units\":\"\",\"unitsPlural\":\"\"},"
                            + "\"usageLimit\":null,\"hasUnlimitedUsage\":false,\"hasSoftLimit\":false,\"enumValues\":[]},"
                            + "\"featureUsage\":{\"resetPeriod\":null,\"resetPeriodConfiguration\":null,"
                            + "\"currentUsage\":0}}}");
        }

        @ParameterizedTest
        @CsvSource({"ai,credit_ai", "credit_ai,ai"})
        @DisplayName("keeps a feature that is called as a currency's member is, whichever comes first")
        void featureCalledLikeACredit(String first, String second) {
            EntitlementSnapshot alike = snapshot(ACME, NOW, alike(first), alike(second));

            cache.store(alike);

            assertThat(held(cache, ACME)).contains(alike);
            assertThat(JsonParser.parseString(redis.get(environment + ":c_acme"))
                            .getAsJsonObject()
                            .keySet())
                    .contains("credit_ai");
        }

        private EntitlementFact alike(String id) {
            return id.equals("ai") ? credit("ai") : plain(id, FeatureType.BOOLEAN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.5", "12.25", "-3", "9007199254740993", "1e21"})
        @DisplayName("keeps numbers as they are")
        void numbers(double number) {
            EntitlementSnapshot set = snapshot(
                    ACME,
                    NOW,
                    fact(counted("calls", MeterType.INCREMENTAL), OptionalDouble.of(number))
                            .used(number, UsagePeriod.none(), NOW.toEpochMilli())
                            .build());

            cache.store(set);

            assertThat(held(cache, ACME)).contains(set);
        }

        private void storeEverything() {
            cache.store(everyKind());
            cache.store(ofResource());
            cache.store(nobody());
            assertThat(held(cache, ACME)).isPresent();
            assertThat(held(cache, CustomerScope.of("nobody"))).isPresent();
        }
    }

    @Nested
    @DisplayName("what newer writers write")
    class WrittenByNewer {
        @Test
        @DisplayName("is read under whatever names its members have, credits included")
        void polymorphic() {
            put(
                    "{\"x1\":{\"calculatedEntitlement\":{\"type\":\"FEATURE\",\"feature\":{\"id\":\"calls\","
                            + "\"displayName\":\"API calls\",\"featureType\":\"NUMBER\",\"meterType\":\"INCREMENTAL\","
                            + "\"units\":\"call\",\"unitsPlural\":\"calls\",\"description\":\"Calls\","
                            + "\"unitTransformation\":{\"divide\":1000,\"round\":\"UP\"}},"
                            + "\"usageLimit\":1000,\"hasUnlimitedUsage\":false,\"hasSoftLimit\":false,\"enumValues\":[],"
                            + "\"usagePeriodAnchor\":1767225600000,\"resetPeriod\":\"WEEK\","
                            + "\"resetPeriodConfiguration\":{\"__typename\":\"WeeklyResetPeriodConfig\","
                            + "\"weeklyAccordingTo\":\"EveryMonday\"}},"
                            + "\"usageData\":{\"currentUsage\":1,\"usagePeriodStart\":null,\"usagePeriodEnd\":null,"
                            + "\"updatedAt\":1}},"
                            + "\"x2\":{\"calculatedEntitlement\":{\"type\":\"CREDIT\",\"currency\":{\"currencyId\":\"ai\","
                            + "\"displayName\":\"AI credits\",\"description\":null,\"unitSingular\":\"credit\","
                            + "\"unitPlural\":\"credits\",\"additionalMetaData\":{\"tier\":2}},"
                            + "\"usageLimit\":5000,\"hasSoftLimit\":false},"
                            + "\"usageData\":{\"currentUsage\":1,\"usagePeriodEnd\":1772323200000}}}",
                    Map.of(
                            ":f_calls", "{\"currentUsage\":12,\"usagePeriodStart\":null,\"usagePeriodEnd\":null}",
                            ":credit_ai",
                                    "{\"currentUsage\":320,\"usagePeriodStart\":null,\"usagePeriodEnd\":1772323200000}"));

            assertThat(held(cache, ACME).orElseThrow().entitlements())
                    .containsExactly(
                            new FeatureFact(
                                    new Feature(
                                            "calls",
                                            "API calls",
                                            FeatureType.NUMBER,
                                            MeterType.INCREMENTAL,
                                            Optional.of("Calls"),
                                            Optional.of("call"),
                                            Optional.of("calls"),
                                            Optional.of(new UnitTransformation(1000, Rounding.UP)),
                                            Map.of()),
                                    Optional.empty(),
                                    OptionalDouble.of(1000),
                                    false,
                                    false,
                                    List.of(),
                                    Optional.of(new ResetPeriod(Unit.WEEK, Alignment.EVERY_MONDAY)),
                                    Optional.of(Instant.ofEpochMilli(1767225600000L)),
                                    new Usage(12, UsagePeriod.none(), Optional.of(NOW)),
                                    Optional.empty(),
                                    Optional.empty()),
                            new CreditFact(
                                    new CreditCurrency(
                                            "ai",
                                            "AI credits",
                                            Optional.empty(),
                                            Optional.of("credit"),
                                            Optional.of("credits"),
                                            Map.of("tier", 2.0)),
                                    Optional.empty(),
                                    5000,
                                    false,
                                    new Usage(
                                            320,
                                            new UsagePeriod(
                                                    Optional.empty(),
                                                    Optional.of(Instant.ofEpochMilli(1772323200000L))),
                                            Optional.of(NOW)),
                                    Optional.empty()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"usageData", "usage", "featureUsage"})
        @DisplayName("has the reset period in the usage part, whatever that is called")
        void periodInTheUsagePart(String part) {
            put(
                    "{\"calls\":{\"calculatedEntitlement\":{\"feature\":{\"id\":\"calls\",\"featureType\":\"NUMBER\","
                            + "\"meterType\":\"Incremental\"},\"usageLimit\":9},\"" + part
                            + "\":{\"resetPeriod\":\"YEAR\","
                            + "\"usagePeriodAnchor\":1767225600000}}}",
                    Map.of(":f_calls", "{\"currentUsage\":1}"));

            FeatureFact fact = onlyFeature();

            assertThat(fact.resetPeriod()).contains(ResetPeriod.of(Unit.YEAR));
            assertThat(fact.usagePeriodAnchor()).contains(Instant.ofEpochMilli(1767225600000L));
        }

        @Test
        @DisplayName("has a member of the period in the usage part where the calculated part lacks that one alone")
        void periodInBothParts() {
            put(
                    "{\"calls\":{\"calculatedEntitlement\":{\"feature\":{\"id\":\"calls\",\"featureType\":\"NUMBER\","
                            + "\"meterType\":\"Incremental\"},\"usageLimit\":9,\"resetPeriod\":\"MONTH\"},"
                            + "\"usageData\":{\"resetPeriod\":\"YEAR\",\"resetPeriodConfiguration\":{\"monthlyAccordingTo\":"
                            + "\"StartOfTheMonth\"}}}}",
                    Map.of(":f_calls", "{\"currentUsage\":1}"));

            assertThat(onlyFeature().resetPeriod()).contains(new ResetPeriod(Unit.MONTH, Alignment.START_OF_THE_MONTH));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1772323200000", "\"2026-03-01T00:00:00.000Z\"", "\"2026-03-01T00:00:00Z\""})
        @DisplayName("has times in milliseconds or in ISO 8601")
        void times(String time) {
            put(
                    "{\"calls\":{\"calculatedEntitlement\":{\"feature\":{\"id\":\"calls\",\"featureType\":\"NUMBER\","
                            + "\"meterType\":\"Incremental\"},\"usageLimit\":9,\"validUntil\":" + time + "}}}",
                    Map.of(":f_calls", "{\"currentUsage\":1,\"nextResetDate\":" + time + "}"));

            FeatureFact fact = onlyFeature();

            assertThat(fact.validUntil()).contains(Instant.parse("2026-03-01T00:00:00Z"));
            assertThat(fact.usage().period().end()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        }

        @Test
        @DisplayName("is left out where it is of a kind that this SDK does not know, and the rest is read")
        void unknownKind() {
            put(
                    "{\"a\":{\"calculatedEntitlement\":{\"type\":\"SOMETHING\",\"feature\":{\"id\":\"a\"}}},"
                            + "\"b\":{\"calculatedEntitlement\":{\"usageLimit\":4}},\"c\":7,\"d\":{},"
                            + "\"sso\":{\"calculatedEntitlement\":{\"feature\":{\"id\":\"sso\",\"featureType\":\"BOOLEAN\"},"
                            + "\"somethingNew\":[1]}}}",
                    Map.of());

            assertThat(onlyFeature()).isEqualTo(FeatureFact.of(Feature.of("sso", FeatureType.BOOLEAN, MeterType.NONE)));
        }

        @Test
        @DisplayName("says in the metadata why a customer is denied, if they are of the set's version")
        void metadata() {
            put("{}", Map.of(":metadata", "{\"accessDeniedReason\":\"CustomerIsArchived\"}"));

            assertThat(held(cache, ACME).orElseThrow().denial()).contains(Denial.ofWire("CustomerIsArchived"));

            redis.set(environment + ":c_acme:metadata#timestamp", "7");

            assertThat(held(cache, ACME).orElseThrow().denial()).isEmpty();
        }

        private void put(String set, Map<String, String> beside) {
            String key = environment + ":c_acme";
            String version = String.valueOf(NOW.toEpochMilli());
            redis.set(key, set);
            redis.set(key + "#timestamp", version);
            beside.forEach((name, value) -> {
                redis.set(key + name, value);
                redis.set(key + name + "#timestamp", version);
            });
        }

        private FeatureFact onlyFeature() {
            List<EntitlementFact> facts = held(cache, ACME).orElseThrow().entitlements();
            assertThat(facts).hasSize(1);
            return (FeatureFact) facts.get(0);
        }
    }

    private double heldUsage(String feature) {
        return held(cache, ACME).orElseThrow().entitlements().stream()
                .filter(fact -> fact.ref().equals(EntitlementRef.feature(feature)))
                .findFirst()
                .orElseThrow()
                .usage()
                .currentUsage();
    }

    private static UsageReading reading(String feature, double amount) {
        return new UsageReading(
                ACME, EntitlementRef.feature(feature), new Usage(amount, DECEMBER_2098, Optional.of(NOW)));
    }

    private static EntitlementSnapshot snapshot(CustomerScope scope, Instant updatedAt, EntitlementFact... facts) {
        return new EntitlementSnapshot(scope, List.of(facts), Optional.empty(), Optional.of(updatedAt), NOW);
    }

    private static EntitlementSnapshot everyKind() {
        return snapshot(
                ACME,
                Instant.ofEpochMilli(1768471200000L),
                plain("sso", FeatureType.BOOLEAN),
                fact(Feature.of("legacy", FeatureType.BOOLEAN, MeterType.NONE), OptionalDouble.empty())
                        .denied("Revoked")
                        .build(),
                fact(counted("size", MeterType.NONE), OptionalDouble.of(100)).build(),
                fact(Feature.of("support", FeatureType.ENUM, MeterType.NONE), OptionalDouble.empty())
                        .values("community", "email")
                        .build(),
                fact(described("calls"), OptionalDouble.of(1000))
                        .monthly()
                        .used(12, DECEMBER_2098, 1768471500000L)
                        .build(),
                fact(counted("seats", MeterType.FLUCTUATING), OptionalDouble.empty())
                        .unlimited()
                        .used(3, UsagePeriod.none(), 1768471200000L)
                        .build(),
                fact(counted("tokens", MeterType.INCREMENTAL), OptionalDouble.of(0.5))
                        .softly()
                        .used(0.25, UsagePeriod.none(), 1768471200000L)
                        .costing(new CreditRate(2, "ai"))
                        .until(4083955200000L)
                        .build(),
                credit("ai"));
    }

    private static EntitlementSnapshot ofResource() {
        return snapshot(
                ACME.resource("site-1"),
                Instant.ofEpochMilli(1768474800000L),
                fact(counted("pages", MeterType.FLUCTUATING), OptionalDouble.of(50))
                        .used(4, UsagePeriod.none(), 1768471200000L)
                        .build());
    }

    private static EntitlementSnapshot nobody() {
        return new EntitlementSnapshot(
                CustomerScope.of("nobody"),
                List.of(),
                Optional.of(Denial.ofWire("CustomerNotFound")),
                Optional.empty(),
                NOW);
    }

    private static EntitlementFact plain(String id, FeatureType type) {
        return FeatureFact.of(Feature.of(id, type, MeterType.NONE));
    }

    private static CreditFact credit(String id) {
        return new CreditFact(
                new CreditCurrency(
                        id, "AI credits", Optional.empty(), Optional.of("credit"), Optional.of("credits"), Map.of()),
                Optional.empty(),
                5000,
                false,
                new Usage(
                        320,
                        new UsagePeriod(Optional.empty(), Optional.of(Instant.ofEpochMilli(4070908800000L))),
                        Optional.of(Instant.ofEpochMilli(1768471800000L))),
                Optional.empty());
    }

    private static Feature feature(String id, FeatureType type, MeterType meter) {
        return Feature.of(id, type, meter);
    }

    private static Feature counted(String id, MeterType meter) {
        return new Feature(
                id,
                id,
                FeatureType.NUMBER,
                meter,
                Optional.empty(),
                Optional.of("unit"),
                Optional.of("units"),
                Optional.empty(),
                Map.of());
    }

    private static Feature described(String id) {
        return new Feature(
                id,
                "API calls",
                FeatureType.NUMBER,
                MeterType.INCREMENTAL,
                Optional.of("Calls of the API"),
                Optional.of("call"),
                Optional.of("calls"),
                Optional.of(new UnitTransformation(1000, Rounding.UP)),
                Map.of("tier", "gold"));
    }

    private static FactBuilder fact(Feature feature, OptionalDouble limit) {
        return new FactBuilder(feature, limit);
    }
}
