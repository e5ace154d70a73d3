package io.stigg.sdk.reliability;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import io.stigg.sdk.memory.MemoryCache;
import io.stigg.sdk.port.EntitlementCache;
import io.stigg.sdk.port.SdkClock;
import io.stigg.sdk.port.TransportPorts;
import io.stigg.sdk.port.UpdateStream;
import io.stigg.sdk.testkit.StiggBackend;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.annotations.Param;
import org.jetbrains.kotlinx.lincheck.paramgen.IntGen;
import org.jetbrains.kotlinx.lincheck.strategy.stress.StressOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The memory cache")
class CacheInterleavingsTest {
    private static final CustomerScope SCOPE = CustomerScope.of("cust-1");
    private static final String CALLS = "feature-calls";
    private static final Instant START = Instant.parse("2025-01-15T10:00:00Z");

    private static EntitlementSnapshot snapshot(int version, int usage) {
        FeatureFact calls = new FeatureFact(
                Feature.of(CALLS, FeatureType.NUMBER, MeterType.INCREMENTAL),
                Optional.empty(),
                OptionalDouble.of(version),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                used(usage),
                Optional.empty(),
                Optional.empty());
        Instant time = START.plusSeconds(version);
        return new EntitlementSnapshot(SCOPE, List.of(calls), Optional.empty(), Optional.of(time), time);
    }

    private static Usage used(int usage) {
        return new Usage(usage, UsagePeriod.none(), Optional.of(START.plusSeconds(usage)));
    }

    private static UsageReading reading(int usage) {
        return new UsageReading(SCOPE, EntitlementRef.feature(CALLS), used(usage));
    }

    private static String describe(Optional<EntitlementSnapshot> held) {
        return held.map(snapshot -> (FeatureFact) snapshot.entitlements().get(0))
                .map(calls -> "limit " + calls.usageLimit().orElseThrow() + ", used "
                        + calls.usage().currentUsage())
                .orElse("nothing");
    }

    /** What is checked, by Lincheck. */
    @Param(name = "version", gen = IntGen.class, conf = "1:4")
    @Param(name = "usage", gen = IntGen.class, conf = "1:4")
    public static class Concurrent {
        // Made once, as a cache is made for each of thousands of rounds; it asks neither of them.
        private static final SdkClock CLOCK = SdkClock.system();
        private static final TransportPorts STIGG =
                TransportPorts.of(StiggBackend.acme().connect(), UpdateStream.none());

        private final EntitlementCache cache =
                MemoryCache.ofCustomers(10).create(STIGG, CLOCK).cache();

        /** Stigg answered. */
        @Operation
        public void store(@Param(name = "version") int version, @Param(name = "usage") int usage) {
            cache.store(snapshot(version, usage));
        }

        /** Stigg told. */
        @Operation
        public void storeIfHeld(@Param(name = "version") int version, @Param(name = "usage") int usage) {
            cache.storeIfHeld(snapshot(version, usage));
        }

        /** Stigg told of usage. */
        @Operation
        public void applyUsage(@Param(name = "usage") int usage) {
            cache.applyUsage(reading(usage));
        }

        /** It no longer holds. */
        @Operation
        public void evict() {
            cache.evict(SCOPE);
        }

        /** A check. */
        @Operation
        public String find() {
            return describe(Optional.ofNullable(cache.find(SCOPE).snapshotOrNull()));
        }
    }

    /** What it has to look like: one after the other, the newest wins. */
    public static class OneByOne {
        private final Map<CustomerScope, EntitlementSnapshot> held = new HashMap<>();

        /** The newest of both. */
        public void store(int version, int usage) {
            held.merge(SCOPE, snapshot(version, usage), EntitlementSnapshot::mergedWith);
        }

        /** The same, if there is one. */
        public void storeIfHeld(int version, int usage) {
            held.computeIfPresent(SCOPE, (scope, snapshot) -> snapshot.mergedWith(snapshot(version, usage)));
        }

        /** The newest usage. */
        public void applyUsage(int usage) {
            held.computeIfPresent(SCOPE, (scope, snapshot) -> snapshot.withUsage(reading(usage)));
        }

        /** Nothing. */
        public void evict() {
            held.clear();
        }

        /** What is held. */
        public String find() {
            return describe(Optional.ofNullable(held.get(SCOPE)));
        }
    }

    @Test
    @DisplayName("does what threads ask of it as if one did it after the other, and the newest wins")
    void linearizable() {
        LinChecker.check(
                Concurrent.class,
                new StressOptions()
                        .iterations(8)
                        .invocationsPerIteration(500)
                        .threads(2)
                        .actorsPerThread(4)
                        .sequentialSpecification(OneByOne.class));
    }
}
