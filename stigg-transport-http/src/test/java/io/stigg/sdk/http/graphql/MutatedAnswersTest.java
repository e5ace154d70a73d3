package io.stigg.sdk.http.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.error.StiggException;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.GetEntitlementsState;
import io.stigg.sdk.http.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer that is changed at random")
class MutatedAnswersTest {
    private static final int ROUNDS = 3_000;
    // The reason why the withheld feature is withheld stays, and so does its flag, of which each would do alone: one
    // value
    // at a time is changed, and to nothing that grants.
    private static final List<JsonElement> JUNK = List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive(""),
            new JsonPrimitive("junk"),
            new JsonPrimitive(-1),
            new JsonPrimitive(1e308),
            new JsonPrimitive(Long.MAX_VALUE),
            new JsonArray(),
            new JsonObject());

    private final GetEntitlementsState request =
            new GetEntitlementsState(CustomerScope.of("acme"), GetEntitlementsState.Freshness.LATEST);

    private final Anomalies anomalies = new Anomalies(text -> text);

    /** The snapshot, or nothing after a failure of Stigg's; any other failure fails the test. */
    private Optional<EntitlementSnapshot> read(byte[] body) {
        try {
            Envelope envelope = new Envelope(anomalies, text -> text);
            return Optional.of(Operations.serving(request)
                    .read(envelope.data("X", 200, body), Instant.parse("2026-02-10T00:00:00Z")));
        } catch (StiggException understood) {
            return Optional.empty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("in its bytes never fails but as Stigg's failures do")
    void survivesChangedBytes(long seed) {
        Random random = new Random(seed);
        byte[] original = Samples.state().getBytes(StandardCharsets.UTF_8);

        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = RandomChanges.inBytes(original, random);

            assertThat(read(changed).map(EntitlementSnapshot::scope))
                    .as("round %d", round)
                    .isIn(Optional.empty(), Optional.of(request.scope()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    @DisplayName("in its values, to none that grants, never grants more")
    void neverGrantsMore(long seed) {
        Random random = new Random(seed);
        Set<EntitlementRef> granted =
                granted(read(Samples.state().getBytes(StandardCharsets.UTF_8)).orElseThrow());
        assertThat(granted).hasSize(4);

        for (int round = 0; round < ROUNDS; round++) {
            JsonElement changed = JsonParser.parseString(Samples.state());
            RandomChanges.inOneValue(changed, JUNK, random);

            Optional<EntitlementSnapshot> snapshot = read(changed.toString().getBytes(StandardCharsets.UTF_8));

            int number = round;
            snapshot.ifPresent(answer -> {
                assertThat(granted)
                        .as("seed %d, round %d: %s", seed, number, changed)
                        .containsAll(granted(answer).stream()
                                .filter(ref -> !ref.id().equals("junk"))
                                .toList());
                assertThat(numbers(answer))
                        .as("seed %d, round %d", seed, number)
                        .allMatch(Double::isFinite);
            });
        }
    }

    private static Set<EntitlementRef> granted(EntitlementSnapshot snapshot) {
        return snapshot.entitlements().stream()
                .filter(fact -> fact.denial().isEmpty())
                .map(EntitlementFact::ref)
                .collect(Collectors.toSet());
    }

    private static List<Double> numbers(EntitlementSnapshot snapshot) {
        List<Double> numbers = new ArrayList<>();
        for (EntitlementFact fact : snapshot.entitlements()) {
            numbers.add(fact.usage().currentUsage());
            if (fact instanceof FeatureFact feature) {
                feature.usageLimit().ifPresent(numbers::add);
            }
        }
        return numbers;
    }
}
