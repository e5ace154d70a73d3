package io.stigg.sdk.internal;

import io.stigg.sdk.entitlement.AnswerBasis;
import io.stigg.sdk.entitlement.Denial;
import io.stigg.sdk.entitlement.FixedAnswer;
import io.stigg.sdk.entitlement.MeteredEntitlement;
import io.stigg.sdk.entitlement.MeteredQuery;
import io.stigg.sdk.entitlement.UsagePeriod;
import io.stigg.sdk.fact.CreditFact;
import io.stigg.sdk.fact.FeatureFact;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A feature whose usage is counted: granted while the current and the requested usage together are within the limit, or
 * whatever they are if the limit is soft or there is none. Once a usage period has ended, usage is 0.
 *
 * <p>Source: Node server SDK 4.55.0, with the roll-over applied to every evaluation.
 */
final class MeteredCheck extends CheckKind<MeteredQuery, MeteredEntitlement> {
    @Override
    MeteredEntitlement evaluate(Holding held, MeteredQuery query, long nowMillis, AnswerBasis basis) {
        Holding.HeldFeature feature = held.feature(query.featureId());
        if (feature == null) {
            return denied(query, Optional.empty(), held.missingFeature(), basis);
        }
        if (!feature.fact.feature().isMetered()) {
            return denied(query, feature.feature, Denials.FEATURE_TYPE_MISMATCH, basis);
        }
        return evaluate(feature, query.requestedUsage(), nowMillis, basis);
    }

    private static MeteredEntitlement evaluate(
            Holding.HeldFeature feature, double requested, long nowMillis, AnswerBasis basis) {
        FeatureFact fact = feature.fact;
        boolean periodEnded = feature.usagePeriodEndMillis <= nowMillis;
        double usage = periodEnded ? 0 : fact.usage().currentUsage();
        UsagePeriod period = periodEnded
                ? UsagePeriods.at(Instant.ofEpochMilli(nowMillis), fact.resetPeriod(), fact.usagePeriodAnchor())
                : fact.usage().period();
        return new MeteredEntitlement(
                fact.feature().id(),
                feature.feature,
                denial(feature, usage, requested),
                basis,
                fact.isUnlimited() ? OptionalDouble.empty() : fact.usageLimit(),
                fact.isUnlimited(),
                fact.hasSoftLimit(),
                usage,
                requested,
                fact.resetPeriod(),
                fact.usagePeriodAnchor(),
                period);
    }

    private static Optional<Denial> denial(Holding.HeldFeature feature, double usage, double requested) {
        FeatureFact fact = feature.fact;
        if (feature.denial.isPresent()) {
            return feature.denial;
        }
        if (!fact.isUnlimited()
                && !fact.hasSoftLimit()
                // Not "usage > limit": what is not a number must not be granted.
                && !(usage + requested <= fact.usageLimit().orElse(0))) {
            return Denials.EXCEEDING_LIMIT;
        }
        return isAffordable(feature, requested) ? Denials.NONE : Denials.INSUFFICIENT_CREDITS;
    }

    /** What is requested of a feature that costs credits has to be covered by the wallet, if the wallet is known. */
    private static boolean isAffordable(Holding.HeldFeature feature, double requested) {
        CreditFact wallet = feature.wallet;
        return wallet == null
                || wallet.hasSoftLimit()
                || requested
                                * feature.fact
                                        .creditRate()
                                        .map(rate -> rate.amount())
                                        .orElse(0.0)
                        <= wallet.remaining();
    }

    private static MeteredEntitlement denied(
            MeteredQuery query,
            Optional<io.stigg.sdk.entitlement.Feature> feature,
            Optional<Denial> denial,
            AnswerBasis basis) {
        return new MeteredEntitlement(
                query.featureId(),
                feature,
                denial,
                basis,
                OptionalDouble.empty(),
                false,
                false,
                0,
                query.requestedUsage(),
                Optional.empty(),
                Optional.empty(),
                UsagePeriod.none());
    }

    @Override
    MeteredEntitlement fixed(MeteredQuery query, FixedAnswer answer, AnswerBasis basis) {
        return new MeteredEntitlement(
                query.featureId(),
                Optional.empty(),
                answer.hasAccess() ? Denials.NONE : Denials.UNKNOWN,
                basis,
                answer.limit(),
                answer.isUnlimited(),
                false,
                answer.currentUsage(),
                query.requestedUsage(),
                Optional.empty(),
                Optional.empty(),
                UsagePeriod.none());
    }

    @Override
    String id(MeteredQuery query) {
        return query.featureId();
    }
}
