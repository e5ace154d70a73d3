package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.event.PackagePublished;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.EntitlementsInvalidated;
import io.stigg.sdk.fact.Update;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.http.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("News")
class NewsTest {
    private static final Instant ARRIVAL = Instant.parse("2026-02-10T00:00:00Z");
    private static final CustomerScope ACME = CustomerScope.of("acme");
    private static final int ROUNDS = 3_000;
    private static final List<JsonElement> JUNK = Stream.of(
                    "null", "\"\"", "\"junk\"", "-1", "1e308", "9223372036854775807", "[]", "{}", "true")
            .map(JsonParser::parseString)
            .toList();

    private final Anomalies anomalies = new Anomalies(text -> text);
    private final Subscriptions subscriptions =
            new Subscriptions(new Envelope(anomalies, text -> text), new LackedTopics());
    private final List<String> ids = subscriptions.begin().stream()
            .map(message ->
                    JsonParser.parseString(message).getAsJsonObject().get("id").getAsString())
            .toList();

    private Update entitlements(String event) {
        return news(0, "{\"entitlementsUpdatedV2\":" + event + "}").orElseThrow();
    }

    private Update usage(String event) {
        return news(1, "{\"usageUpdatedV2\":" + event + "}").orElseThrow();
    }

    private Update packages(String event) {
        return news(2, "{\"packagePublished\":" + event + "}").orElseThrow();
    }

    private Optional<Update> news(int topic, String data) {
        return read(message(topic, data).getBytes(StandardCharsets.UTF_8));
    }

    private String message(int topic, String data) {
        return "{\"type\":\"next\",\"id\":\"" + ids.get(topic) + "\",\"payload\":{\"data\":" + data + "}}";
    }

    private Optional<Update> read(byte[] message) {
        StreamMessage read = StreamMessage.read(message, anomalies);
        return read.type() == StreamMessage.Type.NEXT ? subscriptions.news(read, ARRIVAL) : Optional.empty();
    }

    /** The entitlements of the sample of an answer, told instead. */
    private static String told() {
        JsonObject state = JsonParser.parseString(Samples.state())
                .getAsJsonObject()
                .getAsJsonObject("data")
                .getAsJsonObject("entitlementsState");
        JsonObject event = new JsonObject();
        event.addProperty("customerId", "acme");
        event.add("resourceId", com.google.gson.JsonNull.INSTANCE);
        event.add("accessDeniedReason", state.get("accessDeniedReason"));
        event.add("entitlements", state.get("entitlementsV2"));
        return event.toString();
    }

    @Test
    @DisplayName("of entitlements read as an answer of the same does, as of when they came")
    void readsEntitlements() {
        Update update = entitlements(told());

        assertThat(update).isInstanceOfSatisfying(EntitlementSnapshot.class, snapshot -> {
            assertThat(snapshot.scope()).isEqualTo(ACME);
            assertThat(snapshot.entitlements()).hasSizeGreaterThan(3);
            assertThat(snapshot.fetchedAt()).isEqualTo(ARRIVAL);
            assertThat(snapshot.updatedAt()).isPresent();
        });
    }

    @Test
    @DisplayName("of a denial are a snapshot, even with no entitlements")
    void readsDenials() {
        Update update = entitlements("{\"customerId\":\"acme\",\"resourceId\":\"site\",\"entitlements\":[],"
                + "\"accessDeniedReason\":\"NoActiveSubscription\"}");

        assertThat(update).isInstanceOfSatisfying(EntitlementSnapshot.class, snapshot -> {
            assertThat(snapshot.scope()).isEqualTo(ACME.resource("site"));
            assertThat(snapshot.denial().map(Denial::wireName)).contains("NoActiveSubscription");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customerId\":\"acme\",\"resourceId\":\"\",\"entitlements\":[],\"accessDeniedReason\":null}",
                "{\"customerId\":\"acme\",\"entitlements\":null}",
                "{\"customerId\":\"acme\",\"entitlements\":[{\"__typename\":\"Novelty\"}]}"
            })
    @DisplayName("of no entitlements, without a reason, invalidate")
    void readsEmptySets(String event) {
        assertThat(entitlements(event)).isEqualTo(new EntitlementsInvalidated(ACME));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-02-09T12:00:00.000Z\" | 2026-02-09T12:00:00Z",
                "1770638400000 | 2026-02-09T12:00:00Z",
                "1770638400000.0 | 2026-02-09T12:00:00Z",
                "null | 2026-02-10T00:00:00Z"
            })
    @DisplayName("of usage carry a time as text or number, and else the time when they came")
    void readsTimes(String wire, String time) {
        Update update =
                usage("{\"customerId\":\"acme\",\"entitlementReference\":{\"id\":\"seats\",\"type\":\"FEATURE\"},"
                        + "\"usage\":{\"currentUsage\":2.5,\"usageUpdatedAt\":" + wire + ",\"usagePeriodStart\":null,"
                        + "\"usagePeriodEnd\":" + wire + "}}");

        assertThat(update)
                .isInstanceOfSatisfying(
                        UsageReading.class,
                        reading -> assertThat(reading.usage().updatedAt()).contains(Instant.parse(time)));
    }

    @Test
    @DisplayName("of the usage of credits refer to the currency")
    void readsCredits() {
        Update update = usage("{\"customerId\":\"acme\",\"resourceId\":\"site\",\"entitlementReference\":"
                + "{\"id\":\"tokens\",\"type\":\"CREDIT\"},\"usage\":{\"currentUsage\":7,\"usageUpdatedAt\":"
                + "\"2026-02-09T12:00:00Z\"}}");

        assertThat(update)
                .isEqualTo(new UsageReading(
                        ACME.resource("site"),
                        EntitlementRef.credit("tokens"),
                        new Usage(7, UsagePeriod.none(), Optional.of(Instant.parse("2026-02-09T12:00:00Z")))));
    }

    @ParameterizedTest
    @CsvSource({"ALL_CUSTOMERS, ALL_CUSTOMERS", "NEW_CUSTOMERS, NEW_CUSTOMERS", "SOME_CUSTOMERS, UNKNOWN"})
    @DisplayName("of a package say whom it changes, as far as this SDK knows")
    void readsPackages(String wire, PackagePublished.Migration migration) {
        Update update = packages("{\"packageRefId\":\"plan-pro\",\"packageType\":\"Plan\",\"packageVersion\":3,"
                + "\"migrationType\":\"" + wire + "\"}");

        assertThat(update).isEqualTo(new PackagePublished("plan-pro", "Plan", 3, migration));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"entitlementReference\":{\"id\":\"seats\",\"type\":\"NOVELTY\"},\"usage\":{\"currentUsage\":1}",
                "\"entitlementReference\":{\"id\":\"\",\"type\":\"FEATURE\"},\"usage\":{\"currentUsage\":1}",
                "\"entitlementReference\":{\"id\":\"seats\",\"type\":\"FEATURE\"},\"usage\":{\"currentUsage\":null}",
                "\"entitlementReference\":{\"id\":\"seats\",\"type\":\"FEATURE\"},\"usage\":{\"currentUsage\":1e999}",
                "\"entitlementReference\":{\"id\":\"seats\",\"type\":\"FEATURE\"},\"usage\":{\"currentUsage\":1,"
                        + "\"usageUpdatedAt\":\"yesterday\"}",
                "\"usage\":null"
            })
    @DisplayName("that cannot be read invalidate the customer")
    void invalidates(String rest) {
        assertThat(usage("{\"customerId\":\"acme\"," + rest + "}")).isEqualTo(new EntitlementsInvalidated(ACME));
    }

    @Test
    @DisplayName("of a package that cannot be read concern nobody knows whom")
    void concernsNobody() {
        assertThatExceptionOfType(StiggProtocolException.class)
                .isThrownBy(() -> packages("{\"packageRefId\":\"plan-pro\"}"))
                .withMessageContaining("OnPackagePublished");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("with changed bytes never fail but as Stigg's failures do")
    void survivesChangedBytes(long seed) {
        Random random = new Random(seed);
        byte[] original =
                message(0, "{\"entitlementsUpdatedV2\":" + told() + "}").getBytes(StandardCharsets.UTF_8);

        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = RandomChanges.inBytes(original, random);

            assertThat(outcome(changed)).as("seed %d, round %d", seed, round).isNotNull();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    @DisplayName("with a changed value tell of the same customer, or fail as Stigg's failures do")
    void survivesChangedValues(long seed) {
        Random random = new Random(seed);
        List<String> originals = List.of(
                message(0, "{\"entitlementsUpdatedV2\":" + told() + "}"),
                message(
                        1,
                        "{\"usageUpdatedV2\":{\"customerId\":\"acme\",\"resourceId\":null,\"entitlementReference\":"
                                + "{\"id\":\"seats\",\"type\":\"FEATURE\"},\"usage\":{\"currentUsage\":1,"
                                + "\"usageUpdatedAt\":1770638400000}}}"));

        for (int round = 0; round < ROUNDS; round++) {
            JsonElement changed = JsonParser.parseString(originals.get(round % 2));
            RandomChanges.inOneValue(changed, JUNK, random);

            Object outcome = outcome(changed.toString().getBytes(StandardCharsets.UTF_8));

            assertThat(outcome instanceof Update update ? customerOf(update) : "acme")
                    .as("seed %d, round %d: %s", seed, round, changed)
                    .isIn("acme", "junk");
        }
    }

    private Object outcome(byte[] message) {
        try {
            return read(message).<Object>map(update -> update).orElse("nothing");
        } catch (StiggException understood) {
            return understood;
        }
    }

    private static String customerOf(Update update) {
        if (update instanceof EntitlementSnapshot snapshot) {
            return snapshot.scope().customerId();
        }
        return update instanceof UsageReading reading
                ? reading.scope().customerId()
                : ((EntitlementsInvalidated) update).scope().customerId();
    }
}
