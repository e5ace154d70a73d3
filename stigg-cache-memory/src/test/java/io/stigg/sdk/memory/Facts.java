package io.stigg.sdk.memory;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Makes what tests put into caches. */
final class Facts {
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final String SEATS = "feature-seats";

    private Facts() {}

    static EntitlementSnapshot snapshot(String customerId) {
        return snapshot(CustomerScope.of(customerId));
    }

    static EntitlementSnapshot snapshot(CustomerScope scope) {
        return new EntitlementSnapshot(scope, List.of(), Optional.empty(), Optional.of(START), START);
    }

    /** A snapshot that Stigg calculated so many seconds after the start, with usage that was counted at another time. */
    static EntitlementSnapshot snapshot(CustomerScope scope, int calculated, int counted) {
        FeatureFact seats = FeatureFact.of(Feature.of(SEATS, FeatureType.NUMBER, MeterType.FLUCTUATING))
                .withUsage(usage(counted));
        Instant at = START.plusSeconds(calculated);
        return new EntitlementSnapshot(scope, List.of(seats), Optional.empty(), Optional.of(at), at);
    }

    static UsageReading reading(CustomerScope scope, int counted) {
        return new UsageReading(scope, EntitlementRef.feature(SEATS), usage(counted));
    }

    private static Usage usage(int counted) {
        return new Usage(counted, UsagePeriod.none(), Optional.of(START.plusSeconds(counted)));
    }

    /** A snapshot of so many entitlements as a catalogue in use has them; shares no text with others. */
    /** The estimate of its size, if its features are other customers' as well. */
    static long sizeOf(EntitlementSnapshot snapshot) {
        return SnapshotSize.of(snapshot, feature -> true);
    }

    static EntitlementSnapshot realistic(String customerId, int entitlements) {
        List<FeatureFact> facts =
                IntStream.range(0, entitlements).mapToObj(Facts::realistic).toList();
        return new EntitlementSnapshot(
                CustomerScope.of(customerId),
                facts,
                Optional.empty(),
                Optional.of(START.plusNanos(1)),
                START.plusNanos(2));
    }

    private static FeatureFact realistic(int i) {
        return switch (i % 3) {
            case 0 -> FeatureFact.of(feature(i, FeatureType.BOOLEAN, MeterType.NONE, Optional.empty()));
            case 1 -> metered(i);
            default -> enumerated(i);
        };
    }

    private static FeatureFact metered(int i) {
        Instant start = START.plusSeconds(i);
        return new FeatureFact(
                feature(i, FeatureType.NUMBER, MeterType.INCREMENTAL, Optional.of("call number " + i)),
                Optional.empty(),
                OptionalDouble.of(1000 + i),
                false,
                false,
                List.of(),
                Optional.of(ResetPeriod.of(ResetPeriod.Unit.MONTH)),
                Optional.of(start),
                new Usage(
                        i,
                        UsagePeriod.between(start.plusNanos(3), start.plusSeconds(2_592_000)),
                        Optional.of(start.plusSeconds(60))),
                Optional.empty(),
                Optional.of(start.plusSeconds(2_592_000)));
    }

    private static FeatureFact enumerated(int i) {
        return new FeatureFact(
                feature(i, FeatureType.ENUM, MeterType.NONE, Optional.empty()),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                false,
                List.of("value-a-" + i, "value-b-" + i, "value-c-" + i),
                Optional.empty(),
                Optional.empty(),
                Usage.none(),
                Optional.empty(),
                Optional.empty());
    }

    private static Feature feature(int i, FeatureType type, MeterType meter, Optional<String> units) {
        return new Feature(
                "feature-of-the-catalogue-" + i,
                "Feature number " + i,
                type,
                meter,
                Optional.of("What feature number " + i + " is good for, in a sentence of usual length"),
                units,
                units.map(one -> one + "s"),
                Optional.empty(),
                i % 4 == 0 ? Map.of("tier", "gold-" + i, "sort", i) : Map.of());
    }
}
