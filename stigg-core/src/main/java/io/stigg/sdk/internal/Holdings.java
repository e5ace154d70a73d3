package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.fact.EntitlementSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Works out the holding of each snapshot once, and lets those with the same features, as customers of the same plan have,
 * share what is the same. Thread-safe.
 */
final class Holdings implements Function<EntitlementSnapshot, Holding> {
    private static final int MOST = 1_000;

    private final Map<List<BooleanEntitlement>, SharedFeatures> shared = new ConcurrentHashMap<>();

    Holding of(EntitlementSnapshot snapshot) {
        return snapshot.derived(Holding.class, this);
    }

    @Override
    public Holding apply(EntitlementSnapshot snapshot) {
        return new Holding(snapshot, this::share);
    }

    private SharedFeatures share(HeldFeature[] features) {
        if (shared.size() >= MOST) {
            // Most of them are of catalogues of the past; those in use come back with the next snapshots.
            shared.clear();
        }
        List<BooleanEntitlement> answers =
                Arrays.stream(features).map(HeldFeature::freshBoolean).toList();
        return shared.computeIfAbsent(answers, SharedFeatures::new);
    }
}
