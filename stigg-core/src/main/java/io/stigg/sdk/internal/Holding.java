package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What checks are evaluated from: a snapshot, indexed, with all that does not depend on the question worked out once.
 * Immutable.
 */
final class Holding {
    final long fetchedAtMillis;
    final long validUntilMillis;
    private final SharedFeatures shared;
    private final HeldFeature[] features;
    private final Map<String, CreditFact> credits = new HashMap<>();
    private final EntitlementSnapshot snapshot;

    Holding(EntitlementSnapshot snapshot, Function<HeldFeature[], SharedFeatures> sharing) {
        this.fetchedAtMillis = snapshot.fetchedAtMillis();
        this.validUntilMillis = snapshot.validUntilMillis();
        this.snapshot = snapshot;
        for (EntitlementFact fact : snapshot.entitlements()) {
            if (fact instanceof CreditFact credit) {
                credits.putIfAbsent(credit.currency().id(), credit);
            }
        }
        this.features = snapshot.entitlements().stream()
                .filter(FeatureFact.class::isInstance)
                .map(FeatureFact.class::cast)
                .map(fact -> new HeldFeature(fact, wallet(fact)))
                .toArray(HeldFeature[]::new);
        this.shared = sharing.apply(features);
    }

    @Nullable
    HeldFeature feature(String featureId) {
        int position = shared.find(featureId);
        return position < 0 ? null : features[position];
    }

    /** The fresh answer of a boolean check. The most frequent check of all, it reads nothing else of the customer's. */
    @Nullable
    BooleanEntitlement freshBoolean(String featureId) {
        int position = shared.find(featureId);
        return position < 0 ? null : shared.freshBoolean(position);
    }

    @Nullable
    CreditFact credit(String currencyId) {
        return credits.get(currencyId);
    }

    /** Why a feature that is not in the set is denied. */
    Optional<Denial> missingFeature() {
        return snapshot.denial().isPresent() ? snapshot.denial() : Denials.NO_FEATURE_ENTITLEMENT;
    }

    /** Why a currency that is not in the set is denied. */
    Optional<Denial> missingCredit() {
        return snapshot.denial().isPresent() ? snapshot.denial() : Denials.ENTITLEMENT_NOT_FOUND;
    }

    private @Nullable CreditFact wallet(FeatureFact feature) {
        return feature.creditRate().map(rate -> credits.get(rate.currencyId())).orElse(null);
    }
}
