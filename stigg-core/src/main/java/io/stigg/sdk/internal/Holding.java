package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.EntitlementFact;
import io.stigg.sdk.fact.EntitlementSnapshot;
import io.stigg.sdk.fact.FeatureFact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What checks are evaluated from: a snapshot, indexed, with all that does not depend on the question worked out once.
 * Immutable.
 */
final class Holding {
    private final EntitlementSnapshot snapshot;
    private final Map<String, HeldFeature> features = new HashMap<>();
    private final Map<String, CreditFact> credits = new HashMap<>();

    private Holding(EntitlementSnapshot snapshot) {
        this.snapshot = snapshot;
        for (EntitlementFact fact : snapshot.entitlements()) {
            if (fact instanceof CreditFact credit) {
                credits.putIfAbsent(credit.currency().id(), credit);
            }
        }
        for (EntitlementFact fact : snapshot.entitlements()) {
            if (fact instanceof FeatureFact feature) {
                features.putIfAbsent(feature.feature().id(), new HeldFeature(feature, wallet(feature)));
            }
        }
    }

    /** Returns the holding of a snapshot, which is worked out once for each snapshot. */
    static Holding of(EntitlementSnapshot snapshot) {
        return snapshot.derived(Holding.class, Holding::new);
    }

    EntitlementSnapshot snapshot() {
        return snapshot;
    }

    @Nullable
    HeldFeature feature(String featureId) {
        return features.get(featureId);
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

    /**
     * A feature of the set.
     *
     * <p>Its {@code denial} is what Stigg withholds it for, without the reasons that are verdicts on a question: those are
     * for the evaluator to find, from the usage and the question of the moment. For a feature that costs credits it
     * follows the wallet, if that is in the set: Stigg's reason may be older than the wallet's balance.
     */
    static final class HeldFeature {
        final FeatureFact fact;
        final Optional<Feature> feature;
        final @Nullable CreditFact wallet;
        final Optional<Denial> denial;
        final BooleanEntitlement freshBoolean;
        final long usagePeriodEndMillis;

        HeldFeature(FeatureFact fact, @Nullable CreditFact wallet) {
            this.fact = fact;
            this.feature = Optional.of(fact.feature());
            this.wallet = wallet;
            this.denial = denial(fact, wallet);
            this.freshBoolean = new BooleanEntitlement(
                    fact.feature().id(),
                    feature,
                    fact.feature().type() == FeatureType.BOOLEAN ? denial : Denials.FEATURE_TYPE_MISMATCH,
                    AnswerBasis.FRESH);
            this.usagePeriodEndMillis =
                    fact.usage().period().end().map(end -> end.toEpochMilli()).orElse(Long.MAX_VALUE);
        }

        private static Optional<Denial> denial(FeatureFact fact, @Nullable CreditFact wallet) {
            AccessDeniedReason reason = fact.denial().map(Denial::reason).orElse(null);
            if (reason == AccessDeniedReason.REQUESTED_USAGE_EXCEEDING_LIMIT
                    || reason == AccessDeniedReason.REQUESTED_VALUES_MISMATCH) {
                reason = null;
            }
            if (wallet != null && (reason == null || reason == AccessDeniedReason.INSUFFICIENT_CREDITS)) {
                boolean spent = !wallet.hasSoftLimit() && wallet.remaining() <= 0;
                return spent ? Denials.INSUFFICIENT_CREDITS : Optional.empty();
            }
            return reason == null ? Optional.empty() : fact.denial();
        }
    }
}
