package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AccessDeniedReason;
import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.BooleanEntitlement;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.Feature;
import io.stigg.sdk.entitlement.FeatureType;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.ResetPeriod;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.FeatureFact;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a set. Immutable, apart from a memo that is invisible but for its speed.
 *
 * <p>Its {@code denial} is what Stigg withholds it for, without the reasons that are verdicts on a question: those are for
 * the evaluator to find, from the usage and the question of the moment. For a feature that costs credits it follows the
 * wallet, if that is in the set: Stigg's reason may be older than the wallet's balance.
 *
 * <p>What a metered answer repeats of the fact lies here side by side, so that a check reads one object instead of five.
 */
final class HeldFeature {
    final FeatureFact fact;
    final String id;
    final Optional<Feature> feature;
    final @Nullable CreditFact wallet;
    final Optional<Denial> denial;
    final boolean isMetered;
    final boolean isUnlimited;
    final boolean hasSoftLimit;
    final double limit;
    final OptionalDouble statedLimit;
    final double usage;
    final UsagePeriod usagePeriod;
    final long usagePeriodEndMillis;
    final Optional<ResetPeriod> resetPeriod;
    final Optional<Instant> usagePeriodAnchor;
    /**
     * The first metered answer within the usage period, as most programs request the same amount again and again. It is
     * never replaced: threads that request different amounts must not fight over it. Plain, as it is immutable itself.
     */
    @Nullable
    MeteredEntitlement firstFresh;

    HeldFeature(FeatureFact fact, @Nullable CreditFact wallet) {
        this.fact = fact;
        this.id = fact.feature().id();
        this.feature = Optional.of(fact.feature());
        this.wallet = wallet;
        this.denial = denial(fact, wallet);
        this.isMetered = fact.feature().isMetered();
        this.isUnlimited = fact.isUnlimited();
        this.hasSoftLimit = fact.hasSoftLimit();
        this.limit = fact.usageLimit().orElse(0);
        this.statedLimit = isUnlimited ? OptionalDouble.empty() : fact.usageLimit();
        this.usage = fact.usage().currentUsage();
        this.usagePeriod = fact.usage().period();
        this.usagePeriodEndMillis =
                usagePeriod.end().map(end -> end.toEpochMilli()).orElse(Long.MAX_VALUE);
        this.resetPeriod = fact.resetPeriod();
        this.usagePeriodAnchor = fact.usagePeriodAnchor();
    }

    BooleanEntitlement freshBoolean() {
        return new BooleanEntitlement(
                id,
                feature,
                fact.feature().type() == FeatureType.BOOLEAN ? denial : Denials.FEATURE_TYPE_MISMATCH,
                AnswerBasis.FRESH);
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
