package io.stigg.sdk.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Of what several processes write, Redis")
class GuardTest {
    private static final CustomerScope CUSTOMER = CustomerScope.of("cust-1");
    private static final Feature CALLS = Feature.of("feature-api-calls", FeatureType.NUMBER, MeterType.INCREMENTAL);
    private static final long TIME = 1_770_000_000_000L;
    private static final int PROCESSES = 4;
    private static final int VERSIONS = 12;
    private static final int ROUNDS = 5;
    private static final Duration SOON = Duration.ofSeconds(30);

    /** By a script, and under a lock. */
    enum Where {
        ONE_SERVER,
        CLUSTER
    }

    private final SdkClock clock = SdkClock.system();
    private final List<RedisAdapters> processes = new ArrayList<>();
    private RawRedis redis;

    @AfterEach
    void stop() {
        processes.forEach(process -> process.cache().close());
        redis.close();
        clock.close();
    }

    private String given(Where where) {
        redis = where == Where.ONE_SERVER ? RawRedis.single() : RawRedis.cluster();
        return TestAdapters.environment();
    }

    private EntitlementCache process(String environment) {
        RedisAdapters process = TestAdapters.of(redis.environment(environment), clock);
        processes.add(process);
        return process.cache();
    }

    private static EntitlementSnapshot found(EntitlementCache cache) {
        return cache.find(CUSTOMER)
                .whenPending()
                .orElseThrow()
                .toCompletableFuture()
                .join()
                .orElseThrow();
    }

    private static Instant at(int version) {
        return Instant.ofEpochMilli(TIME + version * 1000L);
    }

    /** Limit and usage tell which version it is. */
    private static EntitlementSnapshot set(int version) {
        FeatureFact fact = new FactBuilder(CALLS, OptionalDouble.of(1000 + version))
                .used(version, UsagePeriod.none(), at(version).toEpochMilli())
                .build();
        return new EntitlementSnapshot(
                CUSTOMER, List.of(fact), Optional.empty(), Optional.of(at(version)), at(version));
    }

    private static FeatureFact fact(EntitlementSnapshot set) {
        return (FeatureFact) set.entitlements().get(0);
    }

    private static UsageReading usage(int version) {
        return new UsageReading(
                CUSTOMER, fact(set(version)).ref(), fact(set(version)).usage());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("keeps the newest set and the newest usage, whoever comes last")
    void newest(Where where) {
        String environment = given(where);
        List<EntitlementCache> writers = IntStream.range(0, PROCESSES)
                .mapToObj(number -> process(environment))
                .toList();
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            int first = round * VERSIONS;
            List<Integer> versions = new ArrayList<>(
                    IntStream.range(first, first + VERSIONS).boxed().toList());
            Collections.shuffle(versions, random);

            CompletableFuture.allOf(versions.stream()
                            .map(version -> CompletableFuture.runAsync(() -> {
                                EntitlementCache writer = writers.get(version % PROCESSES);
                                writer.store(set(version));
                                writer.applyUsage(usage(version));
                            }))
                            .toArray(CompletableFuture[]::new))
                    .join();

            int newest = first + VERSIONS - 1;
            // Each process reads after what it has written itself.
            writers.forEach(writer -> found(writer));
            FeatureFact last = fact(found(process(environment)));
            assertThat(last.usageLimit()).as("round %d", round).hasValue(1000 + newest);
            assertThat(last.usage().currentUsage()).as("round %d", round).isEqualTo(newest);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("keeps a newer set than the one of a process whose clock is ahead")
    void skew(Where where) {
        String environment = given(where);
        EntitlementCache right = process(environment);
        EntitlementCache ahead = process(environment);
        right.store(set(5));
        found(right);

        EntitlementSnapshot old = set(1);
        ahead.store(new EntitlementSnapshot(
                CUSTOMER,
                old.entitlements(),
                Optional.empty(),
                old.updatedAt(),
                Instant.now().plus(Duration.ofDays(1))));
        found(ahead);

        assertThat(fact(found(right)).usageLimit()).hasValue(1005);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("takes a set although there is a timestamp that is no time")
    void senselessTimestamp(Where where) {
        String environment = given(where);
        EntitlementCache process = process(environment);
        process.store(set(1));
        found(process);
        Keys keys = new Keys(environment, false);
        redis.set(Keys.timestamp(keys.entitlements(CUSTOMER)), "99999999999999999999");
        redis.set(Keys.timestamp(keys.usage(CUSTOMER, fact(set(1)).ref())), "soon");

        process.store(set(2));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(fact(found(process)).usageLimit()).hasValue(1002));
        assertThat(fact(found(process)).usage().currentUsage()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("that holds usage without a count, or none, has it fetched again rather than taken for nothing used")
    void lostUsage(Where where) {
        String environment = given(where);
        EntitlementCache process = process(environment);
        process.store(set(1));
        found(process);
        String key = new Keys(environment, false).usage(CUSTOMER, fact(set(1)).ref());

        for (String senseless : List.of("{}", "[]", "{\"currentUsage\":\"many\"}", "garbage", "{\"currentUsage\":")) {
            redis.set(key, senseless);
            assertThat(isMissed(process)).as(senseless).isTrue();
        }
        redis.delete(key);
        assertThat(isMissed(process)).isTrue();
        process.store(set(1));

        assertThat(fact(found(process)).usage().currentUsage()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("removes what makes no sense, so that a set that is fetched again takes its place")
    void repaired(Where where) {
        String environment = given(where);
        EntitlementCache process = process(environment);
        process.store(set(1));
        found(process);
        String usage = new Keys(environment, false).usage(CUSTOMER, fact(set(1)).ref());
        redis.set(usage, "garbage");
        assertThat(isMissed(process)).isTrue();

        await().atMost(SOON).until(() -> redis.get(usage) == null);
        process.store(set(1));

        assertThat(fact(found(process)).usage().currentUsage()).isEqualTo(1);
    }

    private static boolean isMissed(EntitlementCache process) {
        return process.find(CUSTOMER)
                .whenPending()
                .orElseThrow()
                .toCompletableFuture()
                .join()
                .isEmpty();
    }

    @Test
    @DisplayName("on several servers, lets nobody take what was read half before and half after a write")
    void torn() {
        String environment = given(Where.CLUSTER);
        EntitlementCache process = process(environment);
        Keys keys = new Keys(environment, false);
        process.store(set(1));
        found(process);
        Map<String, String> before = redis.values(environment);
        process.store(set(2));
        found(process);
        Map<String, String> after = redis.values(environment);
        assertThat(after.keySet()).hasSize(6);

        for (String key : after.keySet()) {
            redis.set(key, before.get(key));
            assertThat(isMissed(process)).as(key).isTrue();
            redis.set(key, after.get(key));
        }
        assertThat(fact(found(process)).usageLimit()).hasValue(1002);
        redis.set(keys.entitlements(CUSTOMER), before.get(keys.entitlements(CUSTOMER)));
        process.store(set(2));

        assertThat(fact(found(process)).usageLimit()).hasValue(1002);
    }
}
