package io.stigg.sdk.testkit.contract;

import io.stigg.sdk.entitlement.CustomerScope;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeterType;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementRef;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import io.stigg.sdk.fact.UsageReading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Facts for the suites. Seconds stand for instants, so that tests read as sequences. */
final class Samples {
    static final String CALLS = "feature-calls";
    private static final Instant EPOCH = Instant.parse("2025-01-15T10:00:00Z");

    private Samples() {}

    static Instant second(long seconds) {
        return EPOCH.plusSeconds(seconds);
    }

    /** A set of one metered feature, calculated and fetched at one instant, whose limit tells the set from others. */
    static EntitlementSnapshot snapshot(CustomerScope scope, int second) {
        return snapshot(scope, second, usage(0, 0));
    }

    static EntitlementSnapshot snapshot(CustomerScope scope, int second, Usage usage) {
        return snapshot(scope, Optional.of(second(second)), second(second), second, usage);
    }

    static EntitlementSnapshot snapshot(
            CustomerScope scope, Optional<Instant> updatedAt, Instant fetchedAt, double limit, Usage usage) {
        return new EntitlementSnapshot(scope, List.of(calls(limit, usage)), Optional.empty(), updatedAt, fetchedAt);
    }

    private static EntitlementFact calls(double limit, Usage usage) {
        FeatureFact plain = FeatureFact.of(Feature.of(CALLS, FeatureType.NUMBER, MeterType.INCREMENTAL));
        return new FeatureFact(
                plain.feature(),
                Optional.empty(),
                OptionalDouble.of(limit),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                usage,
                Optional.empty(),
                Optional.empty());
    }

    static Usage usage(double amount, long second) {
        return new Usage(amount, UsagePeriod.none(), Optional.of(second(second)));
    }

    static UsageReading reading(CustomerScope scope, double amount, long second) {
        return new UsageReading(scope, EntitlementRef.feature(CALLS), usage(amount, second));
    }
}
