package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stigg.sdk.Change;
import io.stigg.sdk.billing.Money;
import io.stigg.sdk.catalog.BillingModel;
import io.stigg.sdk.catalog.PackageEntitlement;
import io.stigg.sdk.catalog.PackageFeatureEntitlement;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.error.StiggProtocolException;
import io.stigg.sdk.wire.ApiName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A record")
class RecordsTest {
    private final List<String> reported = new ArrayList<>();

    /** Public, as the core's are. */
    public record Inner(String name) {}

    public record Model(
            @ApiName("refId") String id,
            @ApiName("plan.product.refId") Optional<String> productId,
            boolean isOn,
            OptionalDouble limit,
            OptionalInt count,
            Optional<Instant> until,
            Optional<BillingModel> billingModel,
            @ApiName("") Inner inner,

            @ApiName(value = "addons", key = "addon.refId", each = "quantity")
            Map<String, Integer> addons,

            List<PackageEntitlement> entitlements,
            Optional<Money> price) {}

    public record Request(
            @ApiName("refId") String id,
            @ApiName("filter.status.eq") Optional<String> status,
            Change<Instant> until,
            List<String> tags,
            Optional<List<String>> replacedTags,
            OptionalDouble limit,
            Optional<ResetPeriod> resetPeriod,

            @ApiName(value = "addons", key = "addonId", each = "quantity")
            Map<String, Integer> addons,

            @ApiName("") Inner inner,
            Optional<Money> price,
            @ApiName("additionalMetaData") Map<String, Object> metadata) {}

    private static @Nullable Object parsed(String json) {
        return JsonText.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private Model read(String json) {
        var anomalies = new Anomalies(text -> {
            reported.add(text);
            return text;
        });
        return RecordReader.read(Model.class, JsonView.of(parsed(json), anomalies));
    }

    @Nested
    @DisplayName("is read")
    class Read {
        @Test
        @DisplayName("by the names that the API has for its members, wherever they stand")
        void byItsNames() {
            Model model = read("""
                    {"refId": "a", "name": "n", "isOn": true, "limit": 2.5, "count": 3, "until": "2026-01-01T00:00:00Z",
                     "plan": {"product": {"refId": "p"}}, "billingModel": "PER_UNIT",
                     "addons": [{"addon": {"refId": "x"}, "quantity": 2}],
                     "price": {"amount": 19.99, "currency": "USD"}}
                    """);

            assertThat(model)
                    .isEqualTo(new Model(
                            "a",
                            Optional.of("p"),
                            true,
                            OptionalDouble.of(2.5),
                            OptionalInt.of(3),
                            Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                            Optional.of(BillingModel.PER_UNIT),
                            new Inner("n"),
                            Map.of("x", 2),
                            List.of(),
                            Optional.of(Money.of("19.99", "USD"))));
        }

        @Test
        @DisplayName("with what is missing as absent, false and empty")
        void withWhatIsMissing() {
            Model model = read("{\"refId\": \"a\", \"name\": \"n\", \"plan\": null}");

            assertThat(model)
                    .isEqualTo(new Model(
                            "a",
                            Optional.empty(),
                            false,
                            OptionalDouble.empty(),
                            OptionalInt.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            new Inner("n"),
                            Map.of(),
                            List.of(),
                            Optional.empty()));
        }

        @Test
        @DisplayName("with a value that is newer than this SDK as unknown, and without a type that is, both reported")
        void withWhatIsNewer() {
            Model model = read("""
                    {"refId": "a", "name": "n", "billingModel": "BY_THE_MOON", "entitlements": [
                      {"__typename": "PackageWishEntitlement", "id": "w"},
                      {"__typename": "PackageFeatureEntitlement", "id": "f", "isGranted": true, "behavior": "Increment",
                       "feature": {"refId": "feature-a", "displayName": "A", "featureType": "BOOLEAN"}}]}
                    """);

            assertThat(model.billingModel()).contains(BillingModel.UNKNOWN);
            assertThat(model.entitlements()).singleElement().isInstanceOf(PackageFeatureEntitlement.class);
            assertThat(reported)
                    .anyMatch(line -> line.contains("BY_THE_MOON"))
                    .anyMatch(line -> line.contains("PackageWishEntitlement"));
        }

        @Test
        @DisplayName("not at all where something is missing that it cannot do without, whose path is told")
        void notWithoutWhatItNeeds() {
            assertThatExceptionOfType(StiggProtocolException.class)
                    .isThrownBy(() -> read("{\"name\": \"n\"}"))
                    .satisfies(e -> assertThat(e.where()).isEqualTo("$.refId"));
        }

        @Test
        @DisplayName("not at all where its own rules refuse what was sent, whose values are not told")
        void notAgainstItsRules() {
            assertThatExceptionOfType(StiggProtocolException.class)
                    .isThrownBy(() -> read(
                            "{\"refId\": \"a\", \"name\": \"n\", \"price\": {\"amount\": 12345, \"currency\": \" \"}}"))
                    .satisfies(e -> assertThat(e.where()).isEqualTo("$.price"))
                    .satisfies(e -> assertThat(e).message().doesNotContain("12345"));
        }
    }

    @Nested
    @DisplayName("is written")
    class Written {
        private String written(Change<Instant> until, Optional<List<String>> replacedTags) {
            return RecordWriter.write(new Request(
                            "a",
                            Optional.empty(),
                            until,
                            List.of(),
                            replacedTags,
                            OptionalDouble.empty(),
                            Optional.empty(),
                            Map.of(),
                            new Inner("n"),
                            Optional.empty(),
                            Map.of()))
                    .toString();
        }

        @Test
        @DisplayName("by the names that the API has for its members, wherever they stand")
        void byItsNames() {
            Request request = new Request(
                    "a",
                    Optional.of("ACTIVE"),
                    Change.to(Instant.parse("2026-01-01T00:00:00Z")),
                    List.of("t"),
                    Optional.empty(),
                    OptionalDouble.of(2),
                    Optional.of(new ResetPeriod(ResetPeriod.Unit.WEEK, ResetPeriod.Alignment.EVERY_MONDAY)),
                    Map.of("x", 2),
                    new Inner("n"),
                    Optional.of(Money.of("19.99", "USD")),
                    Map.of("k", List.of(1, true)));

            assertThat(parsed(RecordWriter.write(request).toString())).isEqualTo(parsed("""
                    {"refId": "a", "filter": {"status": {"eq": "ACTIVE"}}, "until": "2026-01-01T00:00:00.000Z", "tags": ["t"],
                     "limit": 2, "resetPeriod": "WEEK", "weeklyResetPeriodConfiguration": {"accordingTo": "EveryMonday"},
                     "addons": [{"addonId": "x", "quantity": 2}], "name": "n",
                     "price": {"amount": 19.99, "currency": "USD"}, "additionalMetaData": {"k": [1, true]}}
                    """));
        }

        @Test
        @DisplayName("without what is absent or empty, for Stigg takes null for clearing")
        void withoutWhatIsAbsent() {
            assertThat(written(Change.keep(), Optional.empty())).isEqualTo("{\"refId\":\"a\",\"name\":\"n\"}");
        }

        @Test
        @DisplayName("with null for what is to be cleared, and with an empty list where that is meant")
        void withWhatIsCleared() {
            assertThat(written(Change.clear(), Optional.of(List.of())))
                    .isEqualTo("{\"refId\":\"a\",\"until\":null,\"replacedTags\":[],\"name\":\"n\"}");
        }
    }
}
