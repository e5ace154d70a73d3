package io.stigg.sdk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.stigg.sdk.Stigg;
import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.BooleanQuery;
import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Entitlement;
import io.stigg.sdk.entitlement.EnumQuery;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@DisplayName("Whatever becomes of what stands in Redis,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class MutatedValuesTest {
    private static final int MUTATIONS = 2_000;
    private final Instant now = Instant.now();
    private static final List<String> STRUCTURE = List.of("{", "}", "[", "]", ",", ":", "\"", "null", "\\", "\u0000");

    private final RawRedis redis = RawRedis.single();
    private final String environment = TestAdapters.environment();
    private final RedisAdapters adapters = TestAdapters.of(redis.environment(environment));
    private final Stigg stigg =
            Stigg.builder().adapters(adapters).withoutLiveUpdates().build();
    private final Random random = new Random(7);

    @AfterAll
    void stop() {
        stigg.close();
        redis.close();
    }

    private EntitlementSnapshot set(CustomerScope scope) {
        return new EntitlementSnapshot(
                scope,
                List.of(
                        fact("revoked", FeatureType.BOOLEAN, MeterType.NONE, 0, List.of(), true),
                        fact("calls", FeatureType.NUMBER, MeterType.INCREMENTAL, 10, List.of(), false),
                        fact("regions", FeatureType.ENUM, MeterType.NONE, 0, List.of("eu"), false)),
                Optional.empty(),
                Optional.of(now),
                now);
    }

    private FeatureFact fact(
            String id, FeatureType type, MeterType meter, double limit, List<String> values, boolean isRevoked) {
        return new FeatureFact(
                Feature.of(id, type, meter),
                isRevoked ? Optional.of(Denial.of(AccessDeniedReason.REVOKED)) : Optional.empty(),
                limit == 0 ? OptionalDouble.empty() : OptionalDouble.of(limit),
                false,
                false,
                values,
                Optional.empty(),
                Optional.empty(),
                limit == 0 ? Usage.none() : new Usage(7, UsagePeriod.none(), Optional.of(now)),
                Optional.empty(),
                Optional.empty());
    }

    /** What is not granted, of whatever is made of it. */
    private List<Object> granted(String customerId) {
        return List.<Entitlement>of(
                        stigg.getBooleanEntitlement(BooleanQuery.of(customerId, "revoked")),
                        stigg.getMeteredEntitlement(
                                MeteredQuery.of(customerId, "calls").requesting(4)),
                        stigg.getEnumEntitlement(
                                EnumQuery.of(customerId, "regions").requesting("mars")))
                .stream()
                .filter(answer -> answer.hasAccess())
                .map(Object.class::cast)
                .toList();
    }

    @Test
    @DisplayName("nothing is granted that was not, and no check throws")
    void mutations() {
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            CustomerScope scope = CustomerScope.of("customer-" + i);
            adapters.cache().store(set(scope));
            assertThat(RawRedis.held(adapters.cache(), scope)).isPresent();
            String key = anyKey(scope);
            String mutant = mutated(redis.get(key));

            redis.set(key, mutant);

            assertThat(granted(scope.customerId())).as("%s = %s", key, mutant).isEmpty();
            read += RawRedis.held(adapters.cache(), scope).isPresent() ? 1 : 0;
        }
        // Some hit what is not read, and most do not.
        assertThat(read).isBetween(1, MUTATIONS - 1);
    }

    private String anyKey(CustomerScope scope) {
        Keys keys = new Keys(environment, false);
        List<String> all = Stream.of(
                        keys.entitlements(scope),
                        keys.metadata(scope),
                        keys.usage(scope, EntitlementRef.feature("calls")))
                .flatMap(key -> Stream.of(key, Keys.timestamp(key)))
                .filter(key -> redis.get(key) != null)
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private String mutated(String value) {
        return value.startsWith("{") && random.nextBoolean() ? withAnotherType(value) : withBrokenText(value);
    }

    /** Not within a name: a member of another name is a member that is not there, as it is where nothing is denied. */
    private String withBrokenText(String value) {
        int[] structural = IntStream.range(0, value.length())
                .filter(i -> "{}[],:".indexOf(value.charAt(i)) >= 0)
                .toArray();
        if (structural.length == 0 || random.nextBoolean()) {
            return value.substring(0, random.nextInt(value.length()));
        }
        int at = structural[random.nextInt(structural.length)];
        return value.substring(0, at) + STRUCTURE.get(random.nextInt(STRUCTURE.size())) + value.substring(at);
    }

    /** Puts a value of another type in place of one that is somewhere in it. */
    private String withAnotherType(String value) {
        JsonElement json = JsonParser.parseString(value);
        List<Runnable> swaps = new ArrayList<>();
        collect(json, swaps);
        if (swaps.isEmpty()) {
            return "[]";
        }
        swaps.get(random.nextInt(swaps.size())).run();
        return json.toString();
    }

    private void collect(JsonElement json, List<Runnable> swaps) {
        if (json instanceof JsonObject object) {
            object.asMap().forEach((name, inner) -> {
                swaps.add(() -> object.add(name, otherThan(inner)));
                collect(inner, swaps);
            });
        } else if (json instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                swaps.add(() -> array.set(at, otherThan(array.get(at))));
                collect(array.get(i), swaps);
            }
        }
    }

    private JsonElement otherThan(JsonElement value) {
        List<JsonElement> others = new ArrayList<>(List.of(
                new JsonPrimitive("x"),
                new JsonPrimitive(1e6),
                new JsonPrimitive(true),
                new JsonObject(),
                new JsonArray()));
        others.removeIf(other -> isSameType(other, value));
        return others.get(random.nextInt(others.size()));
    }

    private static boolean isSameType(JsonElement one, JsonElement other) {
        if (one instanceof JsonPrimitive first && other instanceof JsonPrimitive second) {
            return first.isString() == second.isString() && first.isNumber() == second.isNumber();
        }
        return one.getClass() == other.getClass();
    }
}
