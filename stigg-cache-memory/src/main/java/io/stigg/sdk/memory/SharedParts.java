package io.stigg.sdk.memory;

import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import io.stigg.sdk.fact.Usage;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets snapshots share what says the same: a feature is described alike for every customer who has it, and the periods of a
 * subscription are those of all its features. That is more than half of what a customer takes of the heap otherwise. For writers
 * alone, who take turns.
 *
 * <p>What is shared is not counted where the cache is bounded in bytes, so it is bounded here, and what is described differently for
 * each customer is not taken to be shared.
 */
final class SharedParts {
    /** So many features of so many bytes are more than catalogues have. What is beyond is not shared, and counted. */
    private static final int MOST = 2_000;

    private static final int LARGEST = 2_048;

    private final Map<String, Known> features = new HashMap<>();

    EntitlementSnapshot of(EntitlementSnapshot snapshot) {
        Map<Object, Object> parts = new HashMap<>();
        return new EntitlementSnapshot(
                snapshot.scope(),
                snapshot.entitlements().stream().map(fact -> of(fact, parts)).toList(),
                snapshot.denial(),
                snapshot.updatedAt(),
                snapshot.fetchedAt());
    }

    private EntitlementFact of(EntitlementFact fact, Map<Object, Object> parts) {
        return fact instanceof FeatureFact feature ? of(feature, parts) : fact;
    }

    private FeatureFact of(FeatureFact fact, Map<Object, Object> parts) {
        return new FeatureFact(
                of(fact.feature()),
                fact.denial(),
                one(fact.usageLimit(), parts),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                fact.enumValues(),
                one(fact.resetPeriod(), parts),
                one(fact.usagePeriodAnchor(), parts),
                of(fact.usage(), parts),
                fact.creditRate(),
                fact.validUntil());
    }

    private static Usage of(Usage usage, Map<Object, Object> parts) {
        UsagePeriod period = usage.period();
        return usage.equals(Usage.none())
                ? Usage.none()
                : new Usage(
                        usage.currentUsage(),
                        one(new UsagePeriod(one(period.start(), parts), one(period.end(), parts)), parts),
                        one(usage.updatedAt(), parts));
    }

    /** One of those that are equal. */
    @SuppressWarnings("unchecked")
    private static <T> T one(T part, Map<Object, Object> parts) {
        Object known = parts.putIfAbsent(part, part);
        return known == null ? part : (T) known;
    }

    private Feature of(Feature feature) {
        Known known = features.get(feature.id());
        if (known != null) {
            return known.agreed(feature);
        }
        if (features.size() < MOST && SnapshotSize.of(feature) <= LARGEST) {
            features.put(feature.id(), new Known(feature));
        }
        return feature;
    }

    /** Whether a feature of a snapshot that was made here is one that all share. */
    @SuppressWarnings("ReferenceEquality") // An equal one of its own takes memory of its own.
    boolean isShared(Feature feature) {
        Known known = features.get(feature.id());
        return known != null && known.feature == feature;
    }

    void clear() {
        features.clear();
    }

    /** How a feature is described. It is described otherwise from when two snapshots in a row agree about it. */
    private static final class Known {
        private Feature feature;
        private Feature latest;

        Known(Feature feature) {
            this.feature = feature;
            this.latest = feature;
        }

        Feature agreed(Feature arriving) {
            if (arriving.equals(feature)) {
                return feature;
            }
            if (arriving.equals(latest)) {
                feature = latest;
                return feature;
            }
            // What is held here is not counted, so nothing large is.
            if (SnapshotSize.of(arriving) <= LARGEST) {
                latest = arriving;
            }
            return arriving;
        }
    }
}
